package io.liftlock.engine.run;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.migration.Cancellation;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.LockRecord;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.sql.Checksum;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the rows that a run leaves behind on one database, and keeps the tip of the hash chain. */
final class Chronicle {

  /** The database measures the duration itself, from the start of the transaction. */
  static final long MEASURED_BY_DATABASE = -1;

  private final RunOptions options;
  private final Timing timing;
  private String tip;

  Chronicle(String tip, RunOptions options, Timing timing) {
    this.tip = tip;
    this.options = options;
    this.timing = timing;
  }

  /** A row that would come next; it counts only once {@link #appended} is told. */
  HistoryEntry entry(
      PlannedMigration planned,
      EntryState state,
      int statementsDone,
      long durationMs,
      @Nullable String error) {
    return entryAfter(tip, planned, state, statementsDone, durationMs, error);
  }

  /** A row behind another one that is not written yet. */
  HistoryEntry entryAfter(
      String previous,
      PlannedMigration planned,
      EntryState state,
      int statementsDone,
      long durationMs,
      @Nullable String error) {
    // Rolled back or not, what counts as the migration's checksum is that of its up script.
    Checksum checksum = planned.migration().up().checksum();
    return new HistoryEntry(
        planned.migration().id().toString(),
        planned.migration().name(),
        timing.now(),
        checksum,
        previous,
        planned.direction(),
        state,
        statementsDone,
        durationMs,
        options.identity().user() + "@" + options.identity().host(),
        options.identity().toolVersion(),
        error,
        planned.reason(),
        options.batch());
  }

  /** The row is in the database. */
  void appended(HistoryEntry entry) {
    tip = entry.hash();
  }

  /** The tip of the chain as this run knows it. */
  String tip() {
    return tip;
  }

  /** What is remembered of a statement. */
  StatementRecord statement(
      PlannedMigration planned,
      Step step,
      EntryState state,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      long lockWaitMs,
      long holdMs) {
    Direction direction = planned.direction();
    return new StatementRecord(
        planned.migration().id().toString(),
        direction,
        batch(planned),
        step.ordinal(),
        step.statement().hash(),
        StatementRecord.textOf(step.statement()),
        state,
        startedAt,
        finishedAt,
        lockWaitMs,
        holdMs);
  }

  /** What is remembered of a lock, as far as it is known before it is taken. */
  LockRecord lock(PlannedMigration planned, int ordinal, ExpectedLock lock, long lostMs) {
    return new LockRecord(
        planned.migration().id().toString(),
        planned.direction(),
        batch(planned),
        ordinal,
        lock.relation(),
        lock.mode(),
        lostMs,
        0);
  }

  /** What is kept of a session that was asked to give way. */
  Cancellation cancellation(PlannedMigration planned, Blocker blocker, boolean terminated) {
    Duration age = blocker.age();
    return new Cancellation(
        planned.migration().id().toString(),
        planned.direction(),
        batch(planned),
        timing.now(),
        blocker.processId(),
        blocker.application(),
        blocker.user(),
        age == null ? 0 : age.toMillis(),
        blocker.holds().stream().map(ExpectedLock::toString).collect(Collectors.joining(", ")),
        blocker.query(),
        terminated);
  }

  /** What belongs to one attempt at a migration stays together, however many runs it takes. */
  private String batch(PlannedMigration planned) {
    return planned.resumed() != null ? planned.resumed() : options.batch();
  }
}
