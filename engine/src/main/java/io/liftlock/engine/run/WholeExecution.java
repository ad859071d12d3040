package io.liftlock.engine.run;

import io.liftlock.core.database.Session;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StepResult;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.plan.PlannedMigration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a migration and its history row in one transaction: wholly, or not at all. */
final class WholeExecution implements MigrationExecution {

  private final Session session;
  private final Chronicle chronicle;
  private final Patience patience;
  private final Callbacks callbacks;
  private final Told told;
  private final Duration hold;

  /**
   * @param hold how long locks may be held, zero for no limit
   */
  WholeExecution(
      Session session,
      Chronicle chronicle,
      Patience patience,
      Callbacks callbacks,
      Told told,
      Duration hold) {
    this.session = session;
    this.chronicle = chronicle;
    this.patience = patience;
    this.callbacks = callbacks;
    this.told = told;
    this.hold = hold;
  }

  @Override
  public MigrationResult run(PlannedMigration planned) {
    int statements = planned.script().map(script -> script.size()).orElse(0);
    TransactionWork work =
        new TransactionWork(planned, callbacks.before(planned), callbacks.behind(planned));
    HistoryEntry entry =
        chronicle.entry(planned, EntryState.DONE, statements, Chronicle.MEASURED_BY_DATABASE, null);
    try {
      Tried<List<StepResult>> tried =
          patience.insist(
              planned,
              work.budget(),
              work.claims(),
              soFar -> session.atomically(work.walk(chronicle, entry, soFar, hold)));
      chronicle.appended(entry);
      told.steps(planned, work.own(), tried.result(), work.resultsBefore());
      return MigrationResult.done(statements, tried.lockWaitMs());
    } catch (StatementFailure failure) {
      Problem problem = work.explained(failure, failure.workIndex());
      return MigrationResult.failed(new Failed(problem, false));
    }
  }

  /** A failing verification, with what the database said of it. */
  static Problem verificationFailed(PlannedMigration planned, Problem cause) {
    return Problem.error(
            ErrorCode.VERIFY_FAILED,
            "migration "
                + planned.migration().title()
                + " was run, but its verify script failed: "
                + cause.message())
        .at(cause.place())
        .action("correct the migration or its verify script and run again");
  }

  /** Adds what the runner knows and the database does not: which header helps. */
  static Problem explained(
      PlannedMigration planned, StatementFailure failure, @Nullable Problem problem) {
    Problem said = Optional.ofNullable(problem).orElse(failure.problem());
    return switch (failure.reason()) {
      case NOT_TRANSACTIONAL ->
          new Problem(
              ErrorCode.STATEMENT_NOT_TRANSACTIONAL,
              said.severity(),
              said.message() + "; everything was rolled back",
              said.place(),
              "add the header line `-- Transaction: none` to "
                  + planned.script().map(script -> script.file()).orElse("the file"));
      case CONNECTION ->
          said.action() != null
              ? said
              : said.action(
                  "when the database can be reached again, run: liftlock status; what was in flight"
                      + " is either wholly applied or not at all");
      case STATEMENT, LOCK, HELD_TOO_LONG, LOCK_LOST -> said;
    };
  }
}
