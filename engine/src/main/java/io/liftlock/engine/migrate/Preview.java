package io.liftlock.engine.migrate;

import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlanDigest;
import java.util.List;

/**
 * What a run would do now.
 *
 * @param plan the plan; without worth where there are errors
 * @param digest what has to be the same for it to be run later
 * @param problems what forbids it, and what a person should know
 */
public record Preview(Plan plan, PlanDigest digest, List<Problem> problems) {

  /** What forbids it. */
  public List<Problem> errors() {
    return problems.stream().filter(Problem::isError).toList();
  }
}
