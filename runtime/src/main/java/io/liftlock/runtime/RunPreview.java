package io.liftlock.runtime;

import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.report.Standstill;
import io.liftlock.runtime.render.StoredPlan;
import java.util.List;
import java.util.Map;

/**
 * What a run would do now.
 *
 * @param plan the plan; without worth where there are errors
 * @param stored the same in the form that is kept
 * @param problems what forbids it, and what a person should know
 * @param standstills what will keep the application waiting, by database
 */
public record RunPreview(
    Plan plan,
    StoredPlan stored,
    List<Problem> problems,
    Map<String, List<Standstill>> standstills) {

  /** What forbids it. */
  public List<Problem> errors() {
    return problems.stream().filter(Problem::isError).toList();
  }
}
