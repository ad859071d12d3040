package io.liftlock.engine.migrate;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.PlanDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells how the world has moved since a plan was stored. */
final class PlanComparison {

  private PlanComparison() {}

  /** The refusal, or empty where nothing has moved. */
  static Optional<Problem> moved(PlanDigest stored, PlanDigest now) {
    List<String> moved = new ArrayList<>();
    if (!stored.histories().keySet().equals(now.histories().keySet())) {
      moved.add("it was made for other databases: " + stored.histories().keySet());
    }
    stored
        .histories()
        .forEach(
            (name, tip) -> {
              String current = now.histories().get(name);
              if (current != null && !current.equals(tip)) {
                moved.add("the history of database " + name + " has moved on");
              }
            });
    stored
        .schemas()
        .forEach(
            (name, fingerprint) -> {
              String current = now.schemas().get(name);
              if (current != null && !current.equals(fingerprint)) {
                moved.add("the schema of database " + name + " was changed");
              }
            });
    if (moved.isEmpty() && stored.grouping() != now.grouping()) {
      moved.add("it was made with another --transaction");
    }
    if (moved.isEmpty() && !stored.items().equals(now.items())) {
      moved.add("the migration files were changed: " + firstDifference(stored, now));
    }
    return moved.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                    ErrorCode.PLAN_OUTDATED, "the plan no longer fits: " + String.join("; ", moved))
                .action("make a new plan with --plan-out, have it reviewed, and run that"));
  }

  private static String firstDifference(PlanDigest stored, PlanDigest now) {
    int common = Math.min(stored.items().size(), now.items().size());
    for (int i = 0; i < common; i++) {
      if (!stored.items().get(i).equals(now.items().get(i))) {
        return "migration " + stored.items().get(i).id();
      }
    }
    List<PlanDigest.Item> longer = stored.items().size() > common ? stored.items() : now.items();
    return "migration " + longer.get(common).id();
  }
}
