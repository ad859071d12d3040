package io.liftlock.engine.run;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.database.Session;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Timeouts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tries a transaction again while nothing but a lock stands in its way, on a ladder and within a
 * deadline. Only what was rolled back as a whole may be given to it.
 */
final class Patience {

  private final Session session;
  private final RetryLadder ladder;
  private final Timing timing;
  private final Listener listener;

  Patience(Session session, Duration deadline, Timing timing, Listener listener) {
    this.session = session;
    this.ladder = new RetryLadder(deadline, session.deadlockTimeout());
    this.timing = timing;
    this.listener = listener;
  }

  /**
   * Tries until it succeeds, fails for another reason than a lock, or the deadline has come.
   *
   * @param planned what is being run, for those who watch
   * @param budget the budgets of each try
   */
  <T> Tried<T> insist(PlannedMigration planned, Timeouts budget, Attempt<T> attempt)
      throws StatementFailure {
    Instant start = timing.now();
    long lost = 0;
    for (int number = 1; ; number++) {
      Instant began = timing.now();
      try {
        Duration lock = ladder.lockTimeout(budget.lock(), number);
        session.configure(
            new Timeouts(lock, budget.statement(), budget.idleInTransaction()), planned.settings());
        return new Tried<>(attempt.run(lost), lost);
      } catch (StatementFailure failure) {
        if (failure.reason() != StatementFailure.Reason.LOCK) {
          throw failure;
        }
        Instant now = timing.now();
        lost += Duration.between(began, now).toMillis();
        Duration pause = timing.jitter(ladder.pause(number));
        Duration spent = Duration.between(start, now);
        if (spent.plus(pause).compareTo(ladder.deadline()) > 0) {
          throw gaveUp(failure, number, spent, "");
        }
        listener.on(new Event.TransactionRetried(planned, number, pause, failure.blockers()));
        if (!timing.sleep(pause)) {
          throw gaveUp(failure, number, spent, ", and then the run was asked to stop");
        }
      }
    }
  }

  private static StatementFailure gaveUp(
      StatementFailure last, int tries, Duration spent, String why) {
    String text =
        "a lock was not granted in "
            + tries
            + (tries == 1 ? " try" : " tries")
            + " over "
            + spent.toSeconds()
            + " s"
            + why
            + "; everything of this transaction was rolled back ("
            + last.problem().message()
            + ")"
            + blockers(last.blockers());
    Problem problem =
        Problem.error(ErrorCode.LOCK_TIMEOUT, text)
            .at(last.problem().place())
            .action(
                "end the session that blocks, or run again at a quieter hour; a larger budget is the"
                    + " header `Lock-timeout:` or policy.lock-timeout");
    return new StatementFailure(
        last.workIndex(), last.reason(), problem, last.sqlState(), last.blockers(), last);
  }

  private static String blockers(List<Blocker> blockers) {
    return blockers.stream()
        .map(blocker -> "\nblocked by " + Blockers.describe(blocker))
        .collect(Collectors.joining());
  }
}
