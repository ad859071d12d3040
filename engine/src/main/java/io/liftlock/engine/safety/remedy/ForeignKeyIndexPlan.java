package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The index that a foreign key needs. */
public final class ForeignKeyIndexPlan {

  private ForeignKeyIndexPlan() {}

  /** Besides the foreign key. */
  public static Optional<Fix> of(Moment moment, TableOutline table, List<String> columns) {
    if (table.isPartitioned()) {
      return Optional.empty();
    }
    String name = Target.joined(table.name().name(), String.join("_", columns), "idx");
    String what =
        Target.quoted(name)
            + " ON "
            + moment.shown(table.name())
            + columns.stream().map(Target::quoted).collect(Collectors.joining(", ", " (", ")"));
    StepList steps = new StepList();
    return Optional.of(
        (moment.isFresh(table.name())
                ? steps.same("Nobody waits for a new table", "CREATE INDEX " + what)
                : steps.bare(
                    "Before the foreign key, while the application goes on writing",
                    "CREATE INDEX CONCURRENTLY " + what))
            .plan());
  }
}
