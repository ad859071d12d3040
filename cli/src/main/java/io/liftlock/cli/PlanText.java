package io.liftlock.cli;

import io.liftlock.core.plan.Execution;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Steps;
import io.liftlock.core.sql.Script;
import io.liftlock.runtime.RunPreview;
import io.liftlock.runtime.observe.Narrator;

/** Shows a plan to people. */
final class PlanText {

  private static final int SHOWN_LINES = 40;

  private PlanText() {}

  static void print(Terminal terminal, RunPreview preview) {
    print(terminal, preview.plan());
    preview
        .standstills()
        .forEach(
            (database, all) ->
                all.forEach(
                    standstill ->
                        terminal.say(
                            terminal.paint(
                                Style.YELLOW, "-- " + Narrator.standstill(standstill)))));
  }

  private static void print(Terminal terminal, Plan plan) {
    if (plan.isEmpty()) {
      terminal.say("nothing to do");
      return;
    }
    for (PlannedMigration planned : plan.migrations()) {
      terminal.say(
          terminal.paint(Style.DIM, "-- ")
              + terminal.paint(
                  Style.BOLD, planned.direction().word() + " " + planned.migration().title())
              + " on "
              + planned.database()
              + ", "
              + how(planned.execution())
              + terminal.paint(Style.DIM, "  " + planned.script().map(Script::file).orElse("")));
      planned.settings().forEach((name, value) -> terminal.say("-- set " + name + " = " + value));
      for (Step step : Steps.of(planned)) {
        print(terminal, step);
      }
      terminal.say("");
    }
    int count = plan.migrations().size();
    terminal.say(
        "-- %d migration%s%s"
            .formatted(
                count,
                count == 1 ? "" : "s",
                plan.grouping() == Plan.Grouping.ALL ? ", all in one transaction" : ""));
  }

  private static void print(Terminal terminal, Step step) {
    if (step.placement() == Placement.OUTSIDE) {
      terminal.say(terminal.paint(Style.YELLOW, "-- outside any transaction"));
    }
    for (ExpectedLock lock : step.locks()) {
      terminal.say(terminal.paint(Style.DIM, "-- locks " + LintText.lock(lock)));
    }
    if (step.statement().isLarge()) {
      terminal.say("-- %d bytes, not shown".formatted(step.statement().length()));
      return;
    }
    String text = step.statement().text();
    text.lines().limit(SHOWN_LINES).forEach(terminal::say);
    long more = text.lines().count() - SHOWN_LINES;
    terminal.say(more > 0 ? "-- and " + more + " more lines\n;" : ";");
  }

  static String how(Execution execution) {
    return switch (execution) {
      case ONE_TRANSACTION -> "one transaction";
      case SEGMENTS -> "in segments, since some statements run outside a transaction";
      case AS_WRITTEN -> "with its own BEGIN and COMMIT";
      case RECORD_ONLY -> "only recorded";
    };
  }
}
