package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.event.Listener;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.engine.run.Timing;
import java.util.List;
import java.util.Map;
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
    // One search at a time, since each holds keys in memory.
    ExecutorService searchers = Executors.newSingleThreadExecutor();
    try (Crew crewA = crew(Side.A, a);
        Crew crewB = crew(Side.B, b)) {
      HashKind kind = Negotiation.agreed(crewA, crewB, options.certificate());
      List<Long> seeds = options.certificate() ? List.of(SEED, SECOND_SEED) : List.of(SEED);
      Hashing hashing = new Hashing(kind, seeds, false);
      Look look = new Look(options, timing, progress, crewA, crewB, hashing);
      List<TableComparison> tables = new AllTables(look, searchers).compare(pairs);
      progress.finish();
      return new RowComparison(tables, Map.of(), kind, seeds.size(), reading(a), reading(b));
    } finally {
      searchers.shutdownNow();
    }
  }

  private Crew crew(Side side, ReadPoint point) {
    return new Crew(side, point, options.jobs(), new Pace(timing, options.maxBytesPerSecond()));
  }

  private static RowComparison.Reading reading(ReadPoint point) {
    return new RowComparison.Reading(point.at(), point.id(), point.consistency());
  }
}
