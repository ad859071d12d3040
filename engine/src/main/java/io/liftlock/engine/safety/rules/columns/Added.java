package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Expression;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.DomainOutline;
import java.util.Set;

/** What rules ask of a column that is added. What it does to rows is always the forecast's word. */
final class Added {

  private static final Set<String> SERIALS =
      Set.of("serial", "serial2", "serial4", "serial8", "smallserial", "bigserial");

  private Added() {}

  /** Whether any table in use is written anew. */
  static boolean rewrites(Moment moment, AlterTable alter, AddColumn action) {
    return !moment.alone(alter, action).rewritten().isEmpty();
  }

  /** Whether any table in use is written anew or read through. */
  static boolean touchesRows(Moment moment, AlterTable alter, AddColumn action) {
    Forecast forecast = moment.alone(alter, action);
    return !forecast.rewritten().isEmpty() || !forecast.scanned().isEmpty();
  }

  static boolean isSerial(ColumnDefinition column) {
    return SERIALS.contains(column.type().name());
  }

  static boolean has(ColumnDefinition column, ConstraintDefinition.Kind kind) {
    return column.constraints().stream().anyMatch(each -> each.kind() == kind);
  }

  /** Whether its type is a domain that is known to demand something. */
  static boolean isOfConstrainedDomain(Moment moment, ColumnDefinition column) {
    return moment.outline().domain(column.type()).filter(DomainOutline::isConstrained).isPresent();
  }

  /** Whether nothing but its default can be what rewrites the table. */
  static boolean isPlainDefault(Moment moment, ColumnDefinition column) {
    return column
            .defaultValue()
            .filter(value -> value.form() == Expression.Form.COMPUTED)
            .isPresent()
        && !isSerial(column)
        && !column.identity()
        && column.generated().isEmpty()
        && !isOfConstrainedDomain(moment, column);
  }
}
