package io.liftlock.engine.migrate;

import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlanDigest;
import io.liftlock.core.report.Standstill;
import java.util.List;
import java.util.Map;

/**
 * What a run would do now.
 *
 * @param plan the plan; without worth where there are errors
 * @param digest what has to be the same for it to be run later
 * @param problems what forbids it, and what a person should know
 * @param standstills what will keep the application waiting, by database
 */
public record Preview(
    Plan plan,
    PlanDigest digest,
    List<Problem> problems,
    Map<String, List<Standstill>> standstills) {

  /** What forbids it. */
  public List<Problem> errors() {
    return problems.stream().filter(Problem::isError).toList();
  }
}
