package io.liftlock.engine.migrate;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.plan.Step;
import io.liftlock.core.sql.Checksum;
import io.liftlock.core.sql.Statement;
import io.liftlock.engine.run.LockTaker;
import io.liftlock.engine.run.RunOptions;
import io.liftlock.engine.run.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Corrects what a history says, by a person's word, which it keeps. Never runs a migration. */
public final class Repairer {

  private final MigratorOptions options;
  private final Timing timing;
  private final Listener listener;

  /**
   * @param options how long to wait for another run, and who repairs
   * @param timing time and chance
   * @param listener is told what happens
   */
  public Repairer(MigratorOptions options, Timing timing, Listener listener) {
    this.options = options;
    this.timing = timing;
    this.listener = listener;
  }

  /** What a person says of a statement that was in flight. */
  public enum Word {
    DONE,
    NOT_DONE
  }

  /**
   * Takes the file as it is now for what ran.
   *
   * @param migration the edited one
   * @param reason why that is right; kept in the history
   * @throws StateError MIGRATION_BLOCKED where it is not applied
   */
  public void accept(Database database, Migration migration, String reason) {
    locked(
        database,
        () -> {
          History history = database.history().read();
          if (!history.isApplied(migration.id())) {
            throw new StateError(
                Problem.error(
                        ErrorCode.MIGRATION_BLOCKED,
                        "migration "
                            + migration.title()
                            + " is not applied to database "
                            + database.name()
                            + ", so there is nothing to accept")
                    .action("run liftlock status to see what is applied"));
          }
          List<Work> rows = new ArrayList<>();
          if (migration.up().isHeld()) {
            for (Step step : Edit.remembered(migration)) {
              rows.add(new Work.Remember(accepted(migration, step.statement(), step.ordinal())));
            }
          }
          rows.add(
              new Work.Append(
                  entry(
                      history,
                      migration.id().toString(),
                      migration.name(),
                      migration.up().checksum(),
                      migration.up().size(),
                      reason)));
          write(database, rows);
        });
  }

  private StatementRecord accepted(Migration migration, Statement statement, int ordinal) {
    return new StatementRecord(
        migration.id().toString(),
        Direction.UP,
        options.run().batch(),
        ordinal,
        statement.hash(),
        StatementRecord.textOf(statement),
        EntryState.DONE,
        null,
        null,
        0,
        0);
  }

  /**
   * Says whether a statement took effect that was in flight when a run died.
   *
   * @param version the stopped migration
   * @param ordinal the 1-based statement
   * @param word what the person saw
   * @param reason why, kept in the history
   * @throws StateError MIGRATION_BLOCKED where no run stopped at that statement
   */
  public void settle(Database database, String version, int ordinal, Word word, String reason) {
    locked(
        database,
        () -> {
          History history = database.history().read();
          HalfWay halfWay =
              HalfWay.read(database, history)
                  .filter(found -> found.entry().version().equals(version))
                  .orElseThrow(() -> notStopped(database, version));
          HistoryEntry stopped = halfWay.entry();
          StatementRecord record =
              halfWay.statements().stream()
                  .filter(candidate -> candidate.ordinal() == ordinal)
                  .filter(candidate -> candidate.state() != EntryState.DONE)
                  .findFirst()
                  .orElseThrow(() -> notInFlight(database, version, ordinal));
          StatementRecord settled =
              record.in(word == Word.DONE ? EntryState.DONE : EntryState.FAILED, timing.now());
          HistoryEntry entry =
              entry(
                  history,
                  version,
                  stopped.name(),
                  stopped.checksum(),
                  word == Word.DONE ? ordinal : ordinal - 1,
                  reason);
          write(database, List.of(new Work.Remember(settled), new Work.Append(entry)));
        });
  }

  private HistoryEntry entry(
      History history,
      String version,
      String name,
      @Nullable Checksum checksum,
      int statementsDone,
      String reason) {
    RunOptions run = options.run();
    return new HistoryEntry(
        version,
        name,
        timing.now(),
        checksum,
        history.tip(),
        Direction.REPAIR,
        EntryState.DONE,
        statementsDone,
        0,
        run.identity().user() + "@" + run.identity().host(),
        run.identity().toolVersion(),
        null,
        reason,
        run.batch());
  }

  private void locked(Database database, Runnable repair) {
    LockTaker.Held held =
        new LockTaker(options.lockWait(), timing, listener).take(List.of(database));
    try (held) {
      database.history().prepare();
      repair.run();
    }
  }

  private void write(Database database, List<Work> rows) {
    try {
      database.session().configure(options.plan().timeouts(), Map.of());
      database.session().atomically(rows);
    } catch (StatementFailure failure) {
      throw LiftlockException.of(List.of(failure.problem()), failure);
    }
  }

  private static StateError notStopped(Database database, String version) {
    return new StateError(
        Problem.error(
                ErrorCode.MIGRATION_BLOCKED,
                "migration " + version + " did not stop half-way on database " + database.name())
            .action("run liftlock status to see what did"));
  }

  private static StateError notInFlight(Database database, String version, int ordinal) {
    return new StateError(
        Problem.error(
                ErrorCode.MIGRATION_BLOCKED,
                "statement "
                    + ordinal
                    + " of migration "
                    + version
                    + " was not in flight on database "
                    + database.name())
            .action("run liftlock status to see which one was"));
  }
}
