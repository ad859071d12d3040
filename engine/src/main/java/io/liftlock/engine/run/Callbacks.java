package io.liftlock.engine.run;

import io.liftlock.core.migration.Callback;
import io.liftlock.core.migration.CallbackEvent;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.plan.Execution;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Steps;
import java.util.ArrayList;
import java.util.List;

/** The statements of a plan's callbacks, by the moment they run. */
public final class Callbacks {

  private final Plan plan;

  /** Those of a plan. */
  public Callbacks(Plan plan) {
    this.plan = plan;
  }

  /** What runs in front of a migration, in its transaction. */
  public List<Step> before(PlannedMigration planned) {
    return steps(
        planned,
        planned.direction() == Direction.DOWN
            ? CallbackEvent.BEFORE_EACH_UNDO
            : CallbackEvent.BEFORE_EACH_MIGRATE);
  }

  /** What runs behind a migration, in its transaction. */
  public List<Step> behind(PlannedMigration planned) {
    return steps(
        planned,
        planned.direction() == Direction.DOWN
            ? CallbackEvent.AFTER_EACH_UNDO
            : CallbackEvent.AFTER_EACH_MIGRATE);
  }

  private List<Step> steps(PlannedMigration planned, CallbackEvent event) {
    List<Step> steps = new ArrayList<>();
    for (Callback callback : plan.callbacks(planned.database(), event)) {
      Steps.of(callback.script(), Execution.ONE_TRANSACTION, planned.timeouts())
          .forEach(steps::add);
    }
    return steps;
  }
}
