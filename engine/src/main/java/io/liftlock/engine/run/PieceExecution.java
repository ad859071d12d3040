package io.liftlock.engine.run;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Evidence;
import io.liftlock.core.database.Session;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StepResult;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Steps;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a migration that cannot be one transaction. What may run in a transaction still does,
 * together with the rows that remember it; only the other statements run bare, remembered before
 * and after; a transaction of the script's own is remembered just before its COMMIT. Killed at any
 * instant, the next run knows every statement but the one in flight, and asks the catalog about
 * that one.
 */
final class PieceExecution implements MigrationExecution {

  /** So many statements share a transaction at most, so that a huge script needs little memory. */
  private static final int LARGEST_GROUP = 1_000;

  private final Database database;
  private final Session session;
  private final Chronicle chronicle;
  private final Patience patience;
  private final Callbacks callbacks;
  private final Told told;
  private final Duration hold;
  private final Listener listener;
  private final Timing timing;

  PieceExecution(
      Database database,
      Chronicle chronicle,
      Patience patience,
      Callbacks callbacks,
      Told told,
      Duration hold,
      Listener listener,
      Timing timing) {
    this.database = database;
    this.session = database.session();
    this.chronicle = chronicle;
    this.patience = patience;
    this.callbacks = callbacks;
    this.told = told;
    this.hold = hold;
    this.listener = listener;
    this.timing = timing;
  }

  @Override
  public MigrationResult run(PlannedMigration planned) {
    Progress progress = new Progress(planned);
    try {
      progress.begin();
      for (Step step : Steps.of(planned)) {
        progress.take(step);
      }
      progress.end();
      return MigrationResult.done(progress.ran, progress.lockWaitMs);
    } catch (StatementFailure failure) {
      session.rollback();
      return MigrationResult.failed(progress.failed(failure));
    }
  }

  /** One migration on its way. */
  private final class Progress {

    private final PlannedMigration planned;
    private final Instant start = timing.now();

    /** Statements that wait to share a transaction. */
    private final List<Step> group = new ArrayList<>();

    /** A transaction of the script's own, from its BEGIN on; null outside one. */
    private @Nullable List<Step> block;

    private int done;
    private int ran;
    private long lockWaitMs;
    private boolean uncertain;
    private boolean verifying;

    Progress(PlannedMigration planned) {
      this.planned = planned;
      this.done = planned.firstOrdinal() - 1;
    }

    void begin() throws StatementFailure {
      List<Work> first = new ArrayList<>();
      callbacks.before(planned).forEach(step -> first.add(new Work.Run(step)));
      append(EntryState.STARTED, Claims.NONE, soFar -> first, null);
    }

    void take(Step step) throws StatementFailure {
      List<Step> open = block;
      if (open != null) {
        open.add(step);
        if (step.placement() == Placement.COMMIT || step.placement() == Placement.ROLLBACK) {
          block = null;
          runBlock(open);
        }
        return;
      }
      switch (step.placement()) {
        case INSIDE -> {
          group.add(step);
          // With `Transaction: none` its author wants each statement to stay once it is done.
          if (!planned.migration().header().transactional() || group.size() >= LARGEST_GROUP) {
            runGroup();
          }
        }
        case BEGIN -> {
          runGroup();
          block = new ArrayList<>(List.of(step));
        }
        case OUTSIDE, COMMIT, ROLLBACK -> {
          runGroup();
          runBare(step);
        }
      }
    }

    /** The rest, the verification and the final row share the last transaction. */
    void end() throws StatementFailure {
      List<Step> open = block;
      if (open != null) {
        throw leftOpen(open.get(0));
      }
      List<Step> last = new ArrayList<>(callbacks.behind(planned));
      List<Step> verification = TransactionWork.verification(planned);
      Claims claims = Claims.of(planned, group);
      Function<SoFar, List<Work>> before =
          soFar -> {
            List<Work> work = together(group, claims, soFar, lockWaitMs + soFar.lostMs());
            last.forEach(step -> work.add(new Work.Run(step)));
            return work;
          };
      int firstVerification = before.apply(new SoFar()).size();
      int remembered = done + group.size();
      done = remembered;
      try {
        append(
            EntryState.DONE,
            claims,
            soFar -> {
              List<Work> work = before.apply(soFar);
              verification.forEach(step -> work.add(new Work.Run(step)));
              return work;
            },
            null);
      } catch (StatementFailure failure) {
        verifying =
            failure.workIndex() >= firstVerification
                && failure.workIndex() < firstVerification + verification.size();
        done = remembered - group.size();
        throw failure;
      }
      ran += group.size();
      group.clear();
    }

    private void append(
        EntryState state, Claims claims, Function<SoFar, List<Work>> before, @Nullable String error)
        throws StatementFailure {
      long duration = timing.now().toEpochMilli() - start.toEpochMilli();
      HistoryEntry entry = chronicle.entry(planned, state, done, duration, error);
      Tried<List<StepResult>> tried =
          patience.insist(
              planned,
              planned.timeouts(),
              claims,
              soFar -> {
                List<Work> work = new ArrayList<>(before.apply(soFar));
                work.add(new Work.Append(entry));
                return session.atomically(work);
              });
      lockWaitMs += tried.lockWaitMs();
      chronicle.appended(entry);
      tell(group, tried.result());
    }

    private void runGroup() throws StatementFailure {
      if (group.isEmpty()) {
        return;
      }
      List<Step> steps = List.copyOf(group);
      Claims claims = Claims.of(planned, steps);
      Tried<List<StepResult>> tried =
          patience.insist(
              planned,
              planned.timeouts(),
              claims,
              soFar -> session.atomically(together(steps, claims, soFar, soFar.lostMs())));
      group.clear();
      lockWaitMs += tried.lockWaitMs();
      tell(steps, tried.result());
      passed(steps);
    }

    /** Statements that share a transaction, the locks before them, and what remembers them. */
    private List<Work> together(List<Step> steps, Claims claims, SoFar soFar, long lost) {
      List<Work> work = new ArrayList<>();
      for (Step step : steps) {
        if (claims.standBefore(step)) {
          work.add(claims.work(chronicle, step, soFar, hold));
        }
        work.add(new Work.Run(step));
      }
      steps.forEach(step -> work.add(remember(step, EntryState.DONE, null, lost)));
      return work;
    }

    /** A transaction of the script's own: run as written, remembered just before its COMMIT. */
    private void runBlock(List<Step> steps) throws StatementFailure {
      Claims claims = Claims.of(planned, steps);
      Tried<List<StepResult>> tried =
          patience.insist(
              planned,
              planned.timeouts(),
              claims,
              soFar -> {
                try {
                  return runOnce(steps, claims, soFar);
                } catch (StatementFailure failure) {
                  session.rollback();
                  throw failure;
                }
              });
      lockWaitMs += tried.lockWaitMs();
      tell(steps, tried.result());
      passed(steps);
    }

    private List<StepResult> runOnce(List<Step> steps, Claims claims, SoFar soFar)
        throws StatementFailure {
      List<Work> rows = new ArrayList<>();
      steps.forEach(step -> rows.add(remember(step, EntryState.DONE, null, soFar.lostMs())));
      List<StepResult> results = new ArrayList<>();
      Step last = steps.get(steps.size() - 1);
      for (Step step : steps) {
        if (step.placement() == Placement.COMMIT && step.ordinal() == last.ordinal()) {
          session.write(rows);
        }
        if (claims.standBefore(step) && session.inTransaction()) {
          session.write(List.of(claims.work(chronicle, step, soFar, hold)));
        }
        results.add(session.run(step));
      }
      if (last.placement() == Placement.ROLLBACK) {
        session.atomically(rows);
      }
      return results;
    }

    /** A statement that no transaction may hold. */
    private void runBare(Step step) throws StatementFailure {
      Instant began = timing.now();
      note(step, EntryState.STARTED, began, 0);
      uncertain = true;
      Tried<StepResult> tried;
      try {
        BareTry bare = new BareTry(planned, step);
        tried = patience.insist(planned, step.timeouts(), soFar -> bare.run());
      } catch (StatementFailure failure) {
        if (failure.reason() != StatementFailure.Reason.CONNECTION) {
          session.rollback();
          note(step, EntryState.FAILED, began, 0);
          uncertain =
              database.probe().probe(step.statement()).verdict() == Evidence.Verdict.HALF_DONE;
        }
        throw failure;
      }
      lockWaitMs += tried.lockWaitMs();
      note(step, EntryState.DONE, began, tried.lockWaitMs());
      uncertain = false;
      told.step(planned, step, tried.result());
      passed(List.of(step));
    }

    /** Remembers a bare statement; others may hold the lock of a SQLite file just then. */
    private void note(Step step, EntryState state, Instant began, long lockWait)
        throws StatementFailure {
      List<Work> row = List.of(remember(step, state, began, lockWait));
      lockWaitMs +=
          patience
              .insist(planned, planned.timeouts(), soFar -> session.atomically(row))
              .lockWaitMs();
    }

    private Work remember(
        Step step, EntryState state, @Nullable Instant startedAt, long lostToLocks) {
      // Of a statement that shares a transaction the database itself notes the time.
      Instant finished = startedAt == null || state == EntryState.STARTED ? null : timing.now();
      long hold =
          startedAt == null || finished == null
              ? 0
              : finished.toEpochMilli() - startedAt.toEpochMilli();
      return new Work.Remember(
          chronicle.statement(planned, step, state, startedAt, finished, lostToLocks, hold));
    }

    private void passed(List<Step> steps) {
      ran += steps.size();
      done = steps.get(steps.size() - 1).ordinal();
    }

    private void tell(List<Step> steps, List<StepResult> results) {
      told.steps(planned, steps.iterator(), results, 0);
    }

    /** The failure as a result, and as a row, where the database can still be written to. */
    Failed failed(StatementFailure failure) {
      Problem problem =
          verifying
              ? WholeExecution.verificationFailed(planned, failure.problem())
              : WholeExecution.explained(planned, failure, null);
      boolean writable =
          failure.reason() != StatementFailure.Reason.CONNECTION
              && failure.reason() != StatementFailure.Reason.LOCK_LOST;
      if (writable) {
        try {
          append(EntryState.FAILED, Claims.NONE, soFar -> List.of(), problem.message());
        } catch (StatementFailure second) {
          listener.on(new Event.Warned(database.name(), second.problem()));
        }
      }
      return new Failed(problem, done > 0 || uncertain);
    }
  }

  /** The tries of a bare statement. */
  private final class BareTry {

    private final PlannedMigration planned;
    private final Step step;
    private boolean leftOver;

    BareTry(PlannedMigration planned, Step step) {
      this.planned = planned;
      this.step = step;
    }

    /**
     * A build that a lock ended may have left something behind, which goes before the next try:
     * with IF NOT EXISTS an invalid index would pass for the one that is wanted.
     */
    StepResult run() throws StatementFailure {
      if (leftOver && isCompleteOnceTidied()) {
        return new StepResult(-1, 0);
      }
      try {
        return session.run(step);
      } catch (StatementFailure failure) {
        if (failure.reason() != StatementFailure.Reason.LOCK) {
          throw failure;
        }
        leftOver = true;
        if (isCompleteOnceTidied()) {
          return new StepResult(-1, 0);
        }
        throw failure;
      }
    }

    private boolean isCompleteOnceTidied() throws StatementFailure {
      boolean complete = tidy(planned, step);
      leftOver = false;
      return complete;
    }
  }

  /**
   * Removes what a statement has left half done.
   *
   * @return whether that has completed it, as FINALIZE completes DETACH PARTITION
   */
  private boolean tidy(PlannedMigration planned, Step step) throws StatementFailure {
    Evidence evidence = database.probe().probe(step.statement());
    if (evidence.verdict() != Evidence.Verdict.HALF_DONE) {
      return false;
    }
    listener.on(
        new Event.StatementReconciled(
            database.name(),
            planned.migration().id().toString(),
            step.ordinal(),
            evidence.verdict().name(),
            evidence.because()));
    for (String sql : evidence.cleanUp()) {
      Statement statement = AdHocStatement.of("clean-up", database.dialect(), sql);
      Timeouts timeouts = planned.timeouts().withoutStatementLimit();
      session.run(new Step(step.ordinal(), statement, Placement.OUTSIDE, timeouts));
    }
    return database.probe().probe(step.statement()).verdict() == Evidence.Verdict.DONE;
  }

  private static StatementFailure leftOpen(Step begin) {
    return new StatementFailure(
        -1,
        StatementFailure.Reason.STATEMENT,
        Problem.error(
                ErrorCode.STATEMENT_FAILED,
                "the script opens a transaction and never ends it; it was rolled back")
            .at(begin.statement().span().place())
            .action("add a COMMIT, or leave BEGIN out: each migration is a transaction anyway"),
        null,
        List.of(),
        null);
  }
}
