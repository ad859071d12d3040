package io.liftlock.runtime;

import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.Plan;
import io.liftlock.runtime.render.StoredPlan;
import java.util.List;

/**
 * What a run would do now.
 *
 * @param plan the plan; without worth where there are errors
 * @param stored the same in the form that is kept
 * @param problems what forbids it, and what a person should know
 */
public record RunPreview(Plan plan, StoredPlan stored, List<Problem> problems) {

  /** What forbids it. */
  public List<Problem> errors() {
    return problems.stream().filter(Problem::isError).toList();
  }
}
