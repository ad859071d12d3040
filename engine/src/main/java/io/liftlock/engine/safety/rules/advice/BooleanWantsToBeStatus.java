package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.Set;

/** A boolean that says one of several states. Principle of design. */
public final class BooleanWantsToBeStatus implements Rule {

  private static final Set<String> STATES =
      Set.of(
          "active",
          "inactive",
          "enabled",
          "disabled",
          "paused",
          "stopped",
          "running",
          "archived",
          "deleted",
          "cancelled",
          "canceled",
          "completed",
          "closed",
          "open",
          "pending",
          "failed",
          "approved",
          "rejected",
          "published",
          "draft",
          "testnet",
          "live",
          "sandbox",
          "suspended",
          "blocked",
          "expired");

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    NewColumns.visit(
        moment,
        (table, column) -> {
          if (column.type().name().equals("boolean")
              && !column.type().array()
              && STATES.contains(bare(column.name()))) {
            findings.add(
                column.at(),
                NewColumns.shown(moment, table, column)
                    + " says one of several states with yes or no",
                "the next state needs another column, and two of them can contradict each other");
          }
        });
  }

  private static String bare(String name) {
    return name.startsWith("is_") ? name.substring(3) : name;
  }
}
