package io.liftlock.engine.run;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.Session;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
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
  private final Outlook outlook;
  private final Clearing clearing;
  private final Timing timing;
  private final Listener listener;

  Patience(
      Database database,
      Chronicle chronicle,
      RunOptions options,
      Timing timing,
      Listener listener) {
    this.session = database.session();
    this.ladder = new RetryLadder(options.retryDeadline(), session.deadlockTimeout());
    Care care = options.care();
    this.outlook = new Outlook(database.lockWatch(), care, timing, listener);
    this.clearing =
        new Clearing(database.lockWatch(), session, chronicle, care.clearances(), listener);
    this.timing = timing;
    this.listener = listener;
  }

  /**
   * Tries something that takes no locks which others' reads or writes would wait for, as far as is
   * known.
   */
  <T> Tried<T> insist(PlannedMigration planned, Timeouts budget, Attempt<T> attempt)
      throws StatementFailure {
    return insist(planned, budget, Claims.NONE, attempt);
  }

  /**
   * Tries until it succeeds, fails for another reason than a lock, or the deadline has come.
   *
   * @param planned what is being run, for those who watch
   * @param budget the budgets of each try
   * @param claims the locks that it takes
   */
  <T> Tried<T> insist(PlannedMigration planned, Timeouts budget, Claims claims, Attempt<T> attempt)
      throws StatementFailure {
    Instant start = timing.now();
    Instant end = start.plus(ladder.deadline());
    SoFar soFar = new SoFar();
    for (int number = 1; ; number++) {
      Outlook.InTheWay inTheWay = outlook.await(planned, claims.locks(), end);
      soFar.lost(inTheWay.waited().toMillis(), null);
      // Without a deadline there is one try, whoever is in the way.
      if (!inTheWay.isNobody() && !ladder.deadline().isZero()) {
        throw neverBegun(planned, inTheWay);
      }
      Instant began = timing.now();
      try {
        Duration lock = ladder.lockTimeout(budget.lock(), number);
        session.configure(
            new Timeouts(lock, budget.statement(), budget.idleInTransaction()), planned.settings());
        soFar.begin(claims.isEmpty() ? Duration.ZERO : ladder.rung(budget.lock(), number));
        return new Tried<>(attempt.run(soFar), soFar.lostMs());
      } catch (StatementFailure failure) {
        if (failure.reason() != StatementFailure.Reason.LOCK) {
          throw failure;
        }
        Instant now = timing.now();
        soFar.lost(Duration.between(began, now).toMillis(), failure.awaited());
        // Those who came while it waited get their turn first.
        Duration pause = soFar.patience().plus(timing.jitter(ladder.pause(number)));
        Duration spent = Duration.between(start, now);
        if (spent.plus(pause).compareTo(ladder.deadline()) > 0) {
          throw gaveUp(failure, number, spent, "");
        }
        listener.on(new Event.TransactionRetried(planned, number, pause, failure.blockers()));
        clearing.clear(planned, failure.blockers());
        if (!timing.sleep(pause)) {
          throw gaveUp(failure, number, spent, ", and then the run was asked to stop");
        }
      }
    }
  }

  private static StatementFailure neverBegun(PlannedMigration planned, Outlook.InTheWay inTheWay) {
    String lag =
        inTheWay
            .replicaLag()
            .map(behind -> "\na standby is " + behind.toSeconds() + " s behind")
            .orElse("");
    Problem problem =
        Problem.error(
                ErrorCode.LOCK_TIMEOUT,
                "the transaction was not begun: others stood in the way of its locks for "
                    + inTheWay.waited().toSeconds()
                    + " s"
                    + lag
                    + blockers(inTheWay.blockers()))
            .at(planned.script().map(script -> Place.of(script.file())).orElse(null))
            .action("end the sessions that block, or run again at a quieter hour");
    return new StatementFailure(
        -1, StatementFailure.Reason.LOCK, problem, null, inTheWay.blockers(), null);
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
                "end the session that blocks, or run again at a quieter hour; a larger budget is"
                    + " the header `Lock-timeout:` or policy.lock-timeout");
    return new StatementFailure(
        last.workIndex(), last.reason(), problem, last.sqlState(), last.blockers(), last);
  }

  private static String blockers(List<Blocker> blockers) {
    return blockers.stream()
        .map(blocker -> "\nblocked by " + Blockers.describe(blocker))
        .collect(Collectors.joining());
  }
}
