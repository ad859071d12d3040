package io.liftlock.engine.migrate;

import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.report.Standstill;
import java.util.List;
import java.util.Map;

/**
 * A plan that was looked at.
 *
 * @param plan the same, with what is known of the locks of its statements
 * @param problems errors forbid it, warnings are told
 * @param standstills what will keep the application waiting, by database
 */
public record Reviewed(
    Plan plan, List<Problem> problems, Map<String, List<Standstill>> standstills) {

  /** Copies what it is given. */
  public Reviewed {
    problems = List.copyOf(problems);
    standstills = Map.copyOf(standstills);
  }

  /** A plan of which nothing was found out. */
  public static Reviewed unchanged(Plan plan) {
    return new Reviewed(plan, List.of(), Map.of());
  }
}
