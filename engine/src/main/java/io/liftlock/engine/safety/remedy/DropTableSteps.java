package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.core.syntax.Drop;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Optional;

/**
 * A table that goes after its foreign keys: each referenced table is locked alone, for a moment.
 */
public final class DropTableSteps {

  private DropTableSteps() {}

  /** Instead of {@code DROP TABLE}. */
  public static Optional<Fix> of(Moment moment, Drop drop) {
    if (moment.inBody()) {
      return Optional.empty();
    }
    StepList steps = new StepList();
    drop.names().stream()
        .flatMap(name -> moment.table(name).stream())
        .forEach(table -> append(steps, moment, table));
    return Optional.of(
        steps
            .own(
                "Now it goes without a lock on any other",
                Words.of(moment.statement().text()).text())
            .rewrite());
  }

  private static void append(StepList steps, Moment moment, TableOutline table) {
    table
        .constraints(Kind.FOREIGN_KEY)
        .forEach(
            key ->
                steps.own(
                    "One referenced table at a time is locked, for a moment",
                    "ALTER TABLE "
                        + moment.shown(table.name())
                        + " DROP CONSTRAINT "
                        + Target.quoted(key.name())));
  }
}
