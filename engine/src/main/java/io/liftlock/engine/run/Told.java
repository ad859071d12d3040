package io.liftlock.engine.run;

import io.liftlock.core.database.StepResult;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.sql.StatementFacts;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what statements did, and keeps in mind which tables they changed much. */
final class Told {

  /** From this many rows on, a table's statistics are worth a refresh. */
  static final long MUCH = 1_000;

  private final Listener listener;
  private final Map<String, Long> changed = new LinkedHashMap<>();

  Told(Listener listener) {
    this.listener = listener;
  }

  /**
   * Tells of several statements.
   *
   * @param results of all work of their transaction
   * @param first index of the first statement's result
   */
  void steps(PlannedMigration planned, Iterator<Step> steps, List<StepResult> results, int first) {
    for (int i = first; i < results.size() && steps.hasNext(); i++) {
      step(planned, steps.next(), results.get(i));
    }
  }

  /** Tells of one statement. */
  void step(PlannedMigration planned, Step step, StepResult result) {
    if (result.rows() > 0) {
      // Many small statements fill a table as well as one large one.
      StatementFacts.of(step.statement(), planned.migration().up().dialect())
          .changedTables()
          .forEach(table -> changed.merge(table, result.rows(), Long::sum));
    }
    listener.on(new Event.StepFinished(planned, step, result.rows(), result.durationMs()));
  }

  /** The tables that were changed much since this was last asked. */
  List<String> takeChanged() {
    List<String> taken =
        changed.entrySet().stream()
            .filter(table -> table.getValue() >= MUCH)
            .map(Map.Entry::getKey)
            .toList();
    changed.clear();
    return taken;
  }
}
