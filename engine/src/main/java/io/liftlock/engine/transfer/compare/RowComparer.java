package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.event.Listener;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.engine.run.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares rows of two databases, each at one point: counts and sums of 64-bit hashes, table by
 * table, and what differs down to key and column. Rows are hashed by the servers where both have
 * shown that they hash alike, else by liftlock itself.
 */
public final class RowComparer {

  private static final long SEED = 0;

  /** Any other number would do as well. */
  private static final long SECOND_SEED = 0x6C696674L;

  /** How many rows are looked at once more by their keys; where more differ, all are. */
  private static final int AGAIN = 1_000;

  private static final int ROUNDS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

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
    return compare(a, b, pairs, null);
  }

  /**
   * Compares two databases that are written to: rows that differ are looked at again at new points,
   * some times and a little later each time, and only those that always differed are reported.
   *
   * @param wanted which table, column and key of {@code a} is which of {@code b}
   * @param fresh opens the new points; null: nothing is looked at again
   * @return as of the first points, where nothing differed
   * @throws LiftlockException like {@link #compare(ReadPoint, ReadPoint, CopyPlan)}
   */
  public RowComparison compare(
      ReadPoint a, ReadPoint b, CopyPlan wanted, @Nullable FreshPoints fresh) {
    CopyPlan pairs = LargeObjectPair.bySlices(wanted);
    Progress progress = new Progress(options.database(), timing, listener);
    FreshPoints later = options.recheck() ? fresh : null;
    CompareOptions inner =
        later != null ? options.withListed(Math.max(options.listed(), AGAIN)) : options;
    // One search at a time, since each holds keys in memory.
    ExecutorService searchers = Executors.newSingleThreadExecutor();
    try (Crew crewA = crew(Side.A, a);
        Crew crewB = crew(Side.B, b)) {
      HashKind kind = Negotiation.agreed(crewA, crewB, options.certificate());
      List<Long> seeds = options.certificate() ? List.of(SEED, SECOND_SEED) : List.of(SEED);
      Hashing hashing = new Hashing(kind, seeds, false);
      Look look = new Look(inner, timing, progress, crewA, crewB, hashing);
      List<TableComparison> tables = new AllTables(look, searchers).compare(pairs);
      if (later != null) {
        tables = lookAgain(look, pairs, tables, later, searchers);
      }
      Consumer<String> repair = options.repair();
      if (repair != null) {
        repair(look, pairs, tables, repair);
      }
      progress.finish();
      return new RowComparison(tables, Map.of(), kind, seeds.size(), reading(a), reading(b));
    } finally {
      searchers.shutdownNow();
    }
  }

  private List<TableComparison> lookAgain(
      Look first,
      CopyPlan pairs,
      List<TableComparison> before,
      FreshPoints fresh,
      ExecutorService searchers) {
    List<TableComparison> tables = before;
    Duration pause = FIRST_PAUSE;
    for (int round = 0; round < ROUNDS && differs(tables); round++) {
      sleep(pause);
      pause = pause.multipliedBy(2);
      try (ReadPoint a = fresh.a().get();
          ReadPoint b = fresh.b().get();
          Crew crewA = crew(Side.A, a);
          Crew crewB = crew(Side.B, b)) {
        Look look =
            new Look(first.options(), timing, first.progress(), crewA, crewB, first.hashing());
        tables = new SecondLook(look, pairs, searchers).at(tables);
      }
    }
    return tables.stream().map(this::shortened).toList();
  }

  private static boolean differs(List<TableComparison> tables) {
    return tables.stream().anyMatch(table -> table.state() == TableComparison.State.DIFFERENT);
  }

  private void sleep(Duration pause) {
    try {
      timing.sleeper().sleep(pause);
    } catch (InterruptedException e) {
      throw Interruption.told();
    }
  }

  /** With as many differences as are to be listed. */
  private TableComparison shortened(TableComparison table) {
    int kept = Math.min(options.listed(), table.differences().size());
    return new TableComparison(
        table.tableA(),
        table.tableB(),
        table.rowsA(),
        table.rowsB(),
        table.state(),
        table.differences().subList(0, kept),
        table.more() || kept < table.differences().size(),
        table.problem(),
        table.durationMs(),
        table.digests());
  }

  private static void repair(
      Look look, CopyPlan pairs, List<TableComparison> tables, Consumer<String> taker) {
    List<Repair.Differing> differing = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      TableComparison table = tables.get(i);
      if (table.state() == TableComparison.State.DIFFERENT) {
        long rows = Math.max(table.rowsA(), table.rowsB());
        differing.add(new Repair.Differing(pairs.tables().get(i), rows));
      }
    }
    new Repair(look.textOnly(), taker).write(differing);
  }

  private Crew crew(Side side, ReadPoint point) {
    return new Crew(side, point, options.jobs(), new Pace(timing, options.maxBytesPerSecond()));
  }

  private static RowComparison.Reading reading(ReadPoint point) {
    return new RowComparison.Reading(point.at(), point.id(), point.consistency());
  }
}
