package io.liftlock.engine.run;

import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.plan.Execution;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Steps;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.StatementFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Everything that one transaction does for a migration: its statements, its verification, and the
 * rows that remember them. Knows which piece of work is which, so that a failure can be named.
 */
final class TransactionWork {

  private static final String BACK = "ROLLBACK TO SAVEPOINT liftlock_verify";

  private final Iterable<Step> steps;
  private final boolean held;
  private final List<Step> before;
  private final List<Step> behind;
  private final List<Step> verification;
  private final PlannedMigration planned;
  private Claims claims;

  /**
   * @param planned what runs
   * @param before statements of callbacks that run first
   * @param behind statements of callbacks that run last
   */
  TransactionWork(PlannedMigration planned, List<Step> before, List<Step> behind) {
    Optional<Script> script = planned.script();
    this.planned = planned;
    this.held = script.isEmpty() || script.get().isHeld();
    // Made once where they fit: to judge a statement is to read it again.
    this.steps = held ? list(Steps.of(planned)) : Steps.of(planned);
    this.before = before;
    this.behind = behind;
    this.verification = verification(planned);
    this.claims = Claims.of(planned);
  }

  /** The locks that it takes before the first statement that needs one. */
  Claims claims() {
    return claims;
  }

  /**
   * Takes other locks there than its own: those of all migrations that share the transaction, or
   * none where an earlier one has taken them.
   */
  void take(Claims ofAll) {
    claims = ofAll;
  }

  /** The budgets of the transaction. */
  Timeouts budget() {
    boolean unhurried = held && steps.iterator().hasNext();
    if (unhurried) {
      Dialect dialect = planned.migration().up().dialect();
      for (Step step : steps) {
        unhurried &=
            !step.statement().isLarge() && StatementFacts.of(step.statement(), dialect).unhurried();
      }
    }
    return unhurried ? planned.timeouts().unhurried() : planned.timeouts();
  }

  private static List<Step> list(Iterable<Step> steps) {
    List<Step> list = new ArrayList<>();
    steps.forEach(list::add);
    return list;
  }

  /**
   * What must succeed behind a migration that runs upwards, if it has a verify script. It shares
   * the migration's transaction, but what it changes does not stay, whether the script is wrapped
   * in BEGIN and ROLLBACK, as Sqitch's are, or not.
   */
  static List<Step> verification(PlannedMigration planned) {
    Optional<Script> verify =
        planned.direction() == Direction.UP ? planned.migration().verify() : Optional.empty();
    if (verify.isEmpty() || verify.get().isEmpty()) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    steps.add(own(planned, "SAVEPOINT liftlock_verify"));
    for (Step step : Steps.of(verify.get(), Execution.AS_WRITTEN, planned.timeouts())) {
      switch (step.placement()) {
        case INSIDE, OUTSIDE -> steps.add(step.at(Placement.INSIDE));
        case BEGIN, COMMIT -> {
          // The transaction is the migration's.
        }
        case ROLLBACK -> steps.add(own(planned, BACK));
      }
    }
    steps.add(own(planned, BACK));
    steps.add(own(planned, "RELEASE SAVEPOINT liftlock_verify"));
    return steps;
  }

  private static Step own(PlannedMigration planned, String sql) {
    Dialect dialect = planned.migration().up().dialect();
    return new Step(
        0, AdHocStatement.of("verification", dialect, sql), Placement.INSIDE, planned.timeouts());
  }

  /** All of it, made anew at each walk. A script too large to keep is streamed. */
  Iterable<Work> walk(Chronicle chronicle, HistoryEntry entry, SoFar soFar, Duration hold) {
    Function<Step, Stream<Work>> run =
        step ->
            claims.standBefore(step)
                ? Stream.of(claims.work(chronicle, step, soFar, hold), new Work.Run(step))
                : Stream.of(new Work.Run(step));
    if (held) {
      List<Work> work = new ArrayList<>();
      before.forEach(step -> work.add(new Work.Run(step)));
      steps.forEach(step -> run.apply(step).forEach(work::add));
      behind.forEach(step -> work.add(new Work.Run(step)));
      verification.forEach(step -> work.add(new Work.Run(step)));
      steps.forEach(step -> work.add(remembered(chronicle, step, soFar.lostMs())));
      work.add(new Work.Append(entry));
      return work;
    }
    // Statements of a script that is too large to keep are not remembered one by one.
    // Stream.concat is lazy; so is flatMap of what is small.
    return () ->
        Stream.concat(
                Stream.concat(
                    run(before), StreamSupport.stream(steps.spliterator(), false).flatMap(run)),
                Stream.concat(
                    Stream.concat(run(behind), run(verification)),
                    Stream.of(new Work.Append(entry))))
            .iterator();
  }

  private static Stream<Work> run(List<Step> steps) {
    return steps.stream().map(Work.Run::new);
  }

  private Work remembered(Chronicle chronicle, Step step, long lockWaitMs) {
    return new Work.Remember(
        chronicle.statement(planned, step, EntryState.DONE, null, null, lockWaitMs, 0));
  }

  /** The steps whose results are worth telling, in the order of the results. */
  Iterator<Step> own() {
    return steps.iterator();
  }

  /** How many results stand before the migration's own. */
  int resultsBefore() {
    return before.size();
  }

  /** How many pieces of work it is. */
  int size(Chronicle chronicle, HistoryEntry entry) {
    int size = 0;
    for (Iterator<Work> work = walk(chronicle, entry, new SoFar(), Duration.ZERO).iterator();
        work.hasNext();
        work.next()) {
      size++;
    }
    return size;
  }

  /** How many results there are of all of it. */
  int results() {
    int results = before.size() + behind.size() + verification.size();
    for (Iterator<Step> step = steps.iterator(); step.hasNext(); step.next()) {
      results++;
    }
    return results;
  }

  /**
   * What to tell of a failure.
   *
   * @param workIndex 0-based index of the piece of work that failed, or a negative number
   */
  Problem explained(StatementFailure failure, int workIndex) {
    Problem problem = failure.problem();
    if (!verification.isEmpty()) {
      int behindVerification = results() + (claims.isEmpty() ? 0 : 1);
      if (workIndex >= behindVerification - verification.size() && workIndex < behindVerification) {
        problem = WholeExecution.verificationFailed(planned, problem);
      }
    }
    return WholeExecution.explained(planned, failure, problem);
  }
}
