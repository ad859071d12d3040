package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.SafeStep.Where;
import java.util.ArrayList;
import java.util.List;

/** Steps as they are put together. */
final class StepList {

  private final List<SafeStep> steps = new ArrayList<>();

  /** In a transaction of its own. */
  StepList own(String why, String... statements) {
    return add(Where.OWN_TRANSACTION, why, statements);
  }

  /** In the transaction of the step before it. */
  StepList same(String why, String... statements) {
    return add(Where.SAME_TRANSACTION, why, statements);
  }

  /** Outside any transaction. */
  StepList bare(String why, String... statements) {
    return add(Where.NO_TRANSACTION, why, statements);
  }

  /** Over key ranges until no row is left. */
  StepList batches(String why, String... statements) {
    return add(Where.BATCHES, why, statements);
  }

  /** When no running application needs what it takes away. */
  StepList later(String why, String... statements) {
    return add(Where.LATER_RELEASE, why, statements);
  }

  /** These, and behind them others. */
  StepList and(StepList others) {
    steps.addAll(others.steps);
    return this;
  }

  private StepList add(Where where, String why, String... statements) {
    steps.add(new SafeStep(String.join(";\n", statements) + ";", where, why));
    return this;
  }

  Fix rewrite() {
    return new Fix(Fix.Kind.REWRITE, steps);
  }

  Fix plan() {
    return new Fix(Fix.Kind.PLAN, steps);
  }
}
