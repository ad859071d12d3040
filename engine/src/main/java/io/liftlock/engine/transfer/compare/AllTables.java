package io.liftlock.engine.transfer.compare;

import io.liftlock.core.report.TableComparison;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.TablePair;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** Compares all pairs of tables in one look, the largest first. */
final class AllTables {

  private final Look look;
  private final Executor searchers;

  /**
   * @param searchers where rows that differ are looked for
   */
  AllTables(Look look, Executor searchers) {
    this.look = look;
    this.searchers = searchers;
  }

  /** In the order of the pairs. Tells how far it is. */
  List<TableComparison> compare(CopyPlan pairs) {
    Sizes sizesA = Sizes.of(look.a(), pairs);
    Sizes sizesB = Sizes.of(look.b(), pairs);
    look.progress().start(sizesA.bytes() + sizesB.bytes());
    return compare(pairs, sizesA, sizesB, look.progress()::compared);
  }

  /** Likewise, and tells nobody. */
  List<TableComparison> silent(CopyPlan pairs) {
    return compare(pairs, Sizes.of(look.a(), pairs), Sizes.of(look.b(), pairs), table -> table);
  }

  private List<TableComparison> compare(
      CopyPlan pairs, Sizes sizesA, Sizes sizesB, UnaryOperator<TableComparison> told) {
    Map<TablePair, CompletableFuture<TableComparison>> results = new HashMap<>();
    for (TablePair pair : largestFirst(pairs, sizesA)) {
      results.put(pair, start(pair, sizesA, sizesB).thenApply(told));
    }
    return pairs.tables().stream()
        .map(results::get)
        .filter(Objects::nonNull)
        .map(AllTables::result)
        .toList();
  }

  private CompletableFuture<TableComparison> start(TablePair pair, Sizes sizesA, Sizes sizesB) {
    TableWork work = new TableWork(look, pair);
    TableFacts ofA = sizesA.known().get(pair.source());
    TableFacts ofB = sizesB.known().get(pair.target());
    if (ofA == null || ofB == null) {
      return CompletableFuture.completedFuture(
          work.unknown(
              ofA == null ? sizesA.problem(pair.source()) : sizesB.problem(pair.target())));
    }
    return work.start(ofA, ofB, searchers);
  }

  private static List<TablePair> largestFirst(CopyPlan pairs, Sizes sizes) {
    return pairs.tables().stream()
        .sorted(Comparator.comparingLong((TablePair p) -> sizes.bytes(p.source())).reversed())
        .toList();
  }

  private static TableComparison result(CompletableFuture<TableComparison> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw Interruption.told();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException told ? told : new CompletionException(e);
    }
  }
}
