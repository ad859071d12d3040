package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.event.Listener;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.engine.run.Timing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Compares rows of two databases, each at one point: counts and sums of 64-bit hashes, table by
 * table, and what differs down to key and column. Rows are hashed by the servers where both have
 * shown that they hash alike, else by liftlock itself.
 */
public final class RowComparer {

  private static final long SEED = 0;

  /** Any other number would do as well. */
  private static final long SECOND_SEED = 0x6C696674L;

  private final CompareOptions options;
  private final Timing timing;
  private final Listener listener;

  /**
   * @param options how
   * @param timing the clock, and what the pace waits by
   * @param listener hears of every table; called by several threads, one at a time
   */
  public RowComparer(CompareOptions options, Timing timing, Listener listener) {
    this.options = options;
    this.timing = timing;
    this.listener = listener;
  }

  /**
   * Compares. Neither point is closed.
   *
   * @param a one database, which is right where somebody has to be
   * @param b the other one
   * @param pairs which table, column and key of {@code a} is which of {@code b}; what it omits is
   *     no part of the comparison
   * @return every pair, in the order of {@code pairs}; one that could not be compared is unknown
   * @throws LiftlockException with CONNECTION_LOST where a point is gone, with COPY_STOPPED where
   *     the thread was interrupted
   */
  public RowComparison compare(ReadPoint a, ReadPoint b, CopyPlan pairs) {
    Progress progress = new Progress(options.database(), timing, listener);
    Pace paceA = new Pace(timing, options.maxBytesPerSecond());
    Pace paceB = new Pace(timing, options.maxBytesPerSecond());
    // One search at a time, since each holds keys in memory.
    ExecutorService searchers = Executors.newSingleThreadExecutor();
    try (Crew crewA = new Crew(Side.A, a, options.jobs(), paceA);
        Crew crewB = new Crew(Side.B, b, options.jobs(), paceB)) {
      HashKind kind = Negotiation.agreed(crewA, crewB, options.certificate());
      List<Long> seeds = options.certificate() ? List.of(SEED, SECOND_SEED) : List.of(SEED);
      Hashing hashing = new Hashing(kind, seeds, false);
      List<TableComparison> tables =
          new Round(progress, crewA, crewB, hashing, searchers).compare(pairs);
      progress.finish();
      return new RowComparison(tables, Map.of(), kind, seeds.size(), reading(a), reading(b));
    } finally {
      searchers.shutdownNow();
    }
  }

  private static RowComparison.Reading reading(ReadPoint point) {
    return new RowComparison.Reading(point.at(), point.id(), point.consistency());
  }

  /** One look at all tables. */
  private final class Round {

    private final Progress progress;
    private final Crew a;
    private final Crew b;
    private final Hashing hashing;
    private final ExecutorService searchers;

    Round(Progress progress, Crew a, Crew b, Hashing hashing, ExecutorService searchers) {
      this.progress = progress;
      this.a = a;
      this.b = b;
      this.hashing = hashing;
      this.searchers = searchers;
    }

    List<TableComparison> compare(CopyPlan pairs) {
      Sizes sizesA = Sizes.of(a, pairs);
      Sizes sizesB = Sizes.of(b, pairs);
      progress.start(sizesA.bytes() + sizesB.bytes());
      Map<TablePair, CompletableFuture<TableComparison>> results = new HashMap<>();
      for (TablePair pair : largestFirst(pairs, sizesA)) {
        TableWork work = new TableWork(options, timing, progress, a, b, pair, hashing);
        TableFacts ofA = sizesA.known().get(pair.source());
        TableFacts ofB = sizesB.known().get(pair.target());
        results.put(
            pair,
            ofA == null || ofB == null
                ? CompletableFuture.completedFuture(
                    work.unknown(
                        ofA == null
                            ? sizesA.problem(pair.source())
                            : sizesB.problem(pair.target())))
                : work.start(ofA, ofB, searchers));
      }
      List<TableComparison> tables = new ArrayList<>();
      pairs.tables().forEach(pair -> tables.add(result(results.get(pair))));
      return tables;
    }

    private List<TablePair> largestFirst(CopyPlan pairs, Sizes sizes) {
      return pairs.tables().stream()
          .sorted(Comparator.comparingLong((TablePair p) -> sizes.bytes(p.source())).reversed())
          .toList();
    }

    private TableComparison result(CompletableFuture<TableComparison> future) {
      try {
        return future.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof LiftlockException told ? told : e;
      }
    }
  }
}
