package io.liftlock.runtime.render;

import io.liftlock.core.plan.PlanDigest;

/**
 * A plan as it is kept in a file: what was asked, and what has to be the same for it to be run.
 *
 * @param request what was asked, in the words of the command line
 * @param digest the state it was made for and every migration in it
 */
public record StoredPlan(Request request, PlanDigest digest) {

  /**
   * What was asked.
   *
   * @param direction {@code up} or {@code down}
   * @param target {@code head}, {@code base}, an id, or a number of steps as {@code +1}
   * @param late {@code refuse} or {@code run}
   */
  public record Request(String direction, String target, String late) {}
}
