package io.liftlock.engine.transfer.compare;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.report.RowDifference;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.report.TableComparison.State;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.engine.run.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares one pair of tables, from its first piece to the names of the rows that differ. */
final class TableWork {

  private final CompareOptions options;
  private final Timing timing;
  private final Progress progress;
  private final Crew a;
  private final Crew b;
  private final TablePair pair;
  private final Hashing hashing;
  private volatile @Nullable Instant began;

  TableWork(
      CompareOptions options,
      Timing timing,
      Progress progress,
      Crew a,
      Crew b,
      TablePair pair,
      Hashing hashing) {
    this.options = options;
    this.timing = timing;
    this.progress = progress;
    this.a = a;
    this.b = b;
    this.pair = pair;
    this.hashing = hashing;
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
    return digests(a, ofA, hashing)
        .thenCombineAsync(digests(b, ofB, hashing), (one, other) -> verdict(one, other), searchers)
        .exceptionally(failure -> unknown(problem(failure)));
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
      a.requireAlive(told);
      b.requireAlive(told);
      return told.problems().get(0);
    }
    throw cause instanceof RuntimeException e ? e : new CompletionException(cause);
  }

  /** Hashes all pieces of one side. */
  private CompletableFuture<List<Digest>> digests(Crew crew, TableFacts facts, Hashing by) {
    HashedRows rows = rows(by);
    CompletableFuture<List<Digest>> sum =
        CompletableFuture.completedFuture(by.seeds().stream().map(seed -> Digest.NONE).toList());
    for (Pieces.Piece piece : Pieces.of(facts, by.isByTuples(), crew.pace())) {
      sum =
          sum.thenCombine(
              CompletableFuture.supplyAsync(() -> digest(crew, rows, piece), crew.threads()),
              TableWork::plus);
    }
    return sum;
  }

  private List<Digest> digest(Crew crew, HashedRows rows, Pieces.Piece piece) {
    if (began == null) {
      began = timing.now();
    }
    List<Digest> digests = rows.digest(crew, pair, piece.range(), piece.bytes());
    progress.hashed(crew.side().table(pair), digests.get(0).rows(), piece.bytes());
    return digests;
  }

  private static List<Digest> plus(List<Digest> some, List<Digest> others) {
    List<Digest> sums = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      sums.add(some.get(i).plus(others.get(i)));
    }
    return sums;
  }

  private static HashedRows rows(Hashing by) {
    return by.isByTuples() ? new TupleHashes(by) : new ServerHashes(by);
  }

  private TableComparison verdict(List<Digest> ofA, List<Digest> ofB) {
    long rowsA = ofA.get(0).rows();
    long rowsB = ofB.get(0).rows();
    if (ofA.equals(ofB)) {
      return comparison(rowsA, rowsB, State.EQUAL, new Found(0), null);
    }
    Found found = new Found(options.listed());
    search(found, Math.max(rowsA, rowsB));
    return comparison(rowsA, rowsB, State.DIFFERENT, found, null);
  }

  private void search(Found found, long rows) {
    if (pair.key().isEmpty()) {
      BagSearch search = new BagSearch(hashing, a, b, pair);
      search.search(
          rows,
          surplus -> {
            found.add(difference(surplus));
            return !found.isFull();
          });
    } else {
      KeyedSearch search = new KeyedSearch(rows(hashing), a, b, pair);
      search.search(
          rows,
          part -> {
            search.list(part, found);
            return !found.isFull();
          });
    }
  }

  private static RowDifference difference(BagSearch.Surplus surplus) {
    String row =
        surplus.row().stream()
            .map(field -> field.value().isNull() ? "NULL" : field.shown(false))
            .collect(Collectors.joining(", ", "(", ")"));
    boolean ofA = surplus.side() == Side.A;
    return new RowDifference(
        new Key(List.of()),
        ofA ? RowDifference.Kind.MISSING : RowDifference.Kind.EXTRA,
        null,
        ofA ? row : null,
        ofA ? null : row,
        surplus.copies());
  }

  /** What is said of a table that cannot be compared. */
  TableComparison unknown(Problem problem) {
    return comparison(-1, -1, State.UNKNOWN, new Found(0), problem);
  }

  private TableComparison comparison(
      long rowsA, long rowsB, State state, Found found, @Nullable Problem problem) {
    Instant start = began;
    long millis = start == null ? 0 : Duration.between(start, timing.now()).toMillis();
    TableComparison comparison =
        new TableComparison(
            pair.source(),
            pair.target(),
            rowsA,
            rowsB,
            state,
            found.differences(),
            found.hasMore(),
            problem,
            millis);
    progress.compared(comparison);
    return comparison;
  }
}
