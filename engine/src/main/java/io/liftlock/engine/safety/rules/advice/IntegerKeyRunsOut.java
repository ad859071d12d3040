package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.List;
import java.util.Set;

/** A key of a type that ends at two billion. Hazard C36. */
public final class IntegerKeyRunsOut implements Rule {

  private static final Set<String> SMALL =
      Set.of("integer", "smallint", "serial", "serial2", "serial4", "smallserial");

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    NewColumns.visit(
        moment,
        (table, column) -> {
          if (isSmall(column) && isKey(moment, column)) {
            findings.add(
                column.at(),
                NewColumns.shown(moment, table, column)
                    + " is a key that ends at "
                    + (column.type().name().startsWith("small")
                            || column.type().name().equals("serial2")
                        ? "32,767"
                        : "2,147,483,647"),
                "the insert behind the last number fails, and to widen the key means writing the"
                    + " table and its children anew");
          }
        });
  }

  private static boolean isSmall(ColumnDefinition column) {
    return SMALL.contains(column.type().name()) && !column.type().array();
  }

  /** A part of a longer key need not tell all rows apart. */
  private static boolean isKey(Moment moment, ColumnDefinition column) {
    return column.identity()
        || column.type().name().contains("serial")
        || column.constraints().stream()
            .anyMatch(each -> each.kind() == ConstraintDefinition.Kind.PRIMARY_KEY)
        || moment.command(CreateTable.class).stream()
            .flatMap(table -> table.constraints().stream())
            .filter(each -> each.kind() == ConstraintDefinition.Kind.PRIMARY_KEY)
            .anyMatch(each -> each.columns().equals(List.of(column.name())));
  }
}
