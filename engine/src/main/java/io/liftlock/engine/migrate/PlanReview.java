package io.liftlock.engine.migrate;

import io.liftlock.core.plan.Plan;

/** Looks at a plan that is about to run, adds what it knows to it, and may refuse it. */
@FunctionalInterface
public interface PlanReview {

  /** Takes every plan as it is. */
  PlanReview NONE = Reviewed::unchanged;

  /** Looks at a plan that has something to do. Changes no database. */
  Reviewed review(Plan plan);
}
