package io.liftlock.engine.transfer.compare;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.report.TableComparison.State;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.TablePair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Compares one pair of tables, from its first piece to the names of the rows that differ. */
final class TableWork {

  private final Look look;
  private final TablePair pair;
  private final Clockwork clock;

  TableWork(Look look, TablePair pair) {
    this.look = look;
    this.pair = pair;
    this.clock = new Clockwork(look);
  }

  /**
   * Begins: puts the pieces of both sides where their readers will find them.
   *
   * @param searchers where rows that differ are looked for afterwards
   */
  CompletableFuture<TableComparison> start(TableFacts ofA, TableFacts ofB, Executor searchers) {
    if (ofA.rowsHidden() || ofB.rowsHidden()) {
      return CompletableFuture.completedFuture(unknown(hidden(ofA.rowsHidden() ? "A" : "B")));
    }
    CompletableFuture<TableComparison> verdict;
    if (look.isSample() && !pair.key().isEmpty()) {
      verdict = CompletableFuture.supplyAsync(() -> sample(ofA), searchers);
    } else {
      verdict =
          digests(look, look.a(), ofA)
              .thenCombineAsync(
                  digests(look, look.b(), ofB),
                  (one, other) -> verdict(one, other, ofA, ofB),
                  searchers);
    }
    return verdict.exceptionally(failure -> unknown(problem(failure)));
  }

  private CompletableFuture<List<Digest>> digests(Look with, Crew crew, TableFacts facts) {
    clock.start();
    return new TableDigests(with, pair).start(crew, facts);
  }

  private static Problem hidden(String side) {
    return Problem.error(
            ErrorCode.ROWS_HIDDEN,
            "row-level security would hide rows of " + side + " from the role that reads")
        .action("connect as the table's owner, or as a role with BYPASSRLS");
  }

  private Problem problem(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof LiftlockException told) {
      look.requireAlive(told);
      return told.problems().get(0);
    }
    throw cause instanceof RuntimeException e ? e : new CompletionException(cause);
  }

  private TableComparison sample(TableFacts facts) {
    clock.start();
    Found found = new Found(look.options().listed());
    new Sample(look, pair).search(facts.rows(), found);
    return comparison(-1, -1, found.isEmpty() ? State.SAMPLED : State.DIFFERENT, found, null);
  }

  private TableComparison verdict(
      List<Digest> one, List<Digest> other, TableFacts ofA, TableFacts ofB) {
    if (one.equals(other)) {
      return same(one);
    }
    Found found = search(look, one, other);
    if (!found.isEmpty()) {
      return different(one, other, found);
    }
    // Values that look alike and are not stored alike, such as two NaNs: their text decides.
    Look text = look.textOnly();
    List<Digest> textOne = digests(text, look.a(), ofA).join();
    List<Digest> textOther = digests(text, look.b(), ofB).join();
    if (textOne.equals(textOther)) {
      return same(textOne);
    }
    found = search(text, textOne, textOther);
    return found.isEmpty()
        ? unknown(
            Problem.error(
                    ErrorCode.TABLE_NOT_COMPARED,
                    pair.source().qualified() + " hashes differently, and no row of it differs")
                .action("please report this; compare it by another tool until then"))
        : different(textOne, textOther, found);
  }

  private Found search(Look with, List<Digest> one, List<Digest> other) {
    Found found = new Found(look.options().listed());
    long rows = Math.max(one.get(0).rows(), other.get(0).rows());
    new TableSearch(with, pair).search(rows, found);
    return found;
  }

  private TableComparison same(List<Digest> both) {
    long rows = both.get(0).rows();
    State state = look.isSample() ? State.SAMPLED : State.EQUAL;
    return comparison(rows, rows, state, new Found(0), null).hashing(both);
  }

  private TableComparison different(List<Digest> one, List<Digest> other, Found found) {
    return comparison(one.get(0).rows(), other.get(0).rows(), State.DIFFERENT, found, null);
  }

  /** What is said of a table that cannot be compared. */
  TableComparison unknown(Problem problem) {
    return comparison(-1, -1, State.UNKNOWN, new Found(0), problem);
  }

  private TableComparison comparison(
      long rowsA, long rowsB, State state, Found found, @Nullable Problem problem) {
    return new TableComparison(
        pair.source(),
        pair.target(),
        rowsA,
        rowsB,
        state,
        found.differences(),
        found.hasMore(),
        problem,
        clock.millis());
  }

  /** Measures from the first start. */
  private static final class Clockwork {

    private final Look look;
    private @Nullable Instant began;

    Clockwork(Look look) {
      this.look = look;
    }

    synchronized void start() {
      if (began == null) {
        began = look.timing().now();
      }
    }

    synchronized long millis() {
      return began == null ? 0 : Duration.between(began, look.timing().now()).toMillis();
    }
  }
}
