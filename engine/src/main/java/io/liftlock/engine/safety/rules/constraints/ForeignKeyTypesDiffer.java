package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import io.liftlock.engine.safety.outline.ColumnOutline;
import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.List;
import java.util.Optional;

/** The two sides of a foreign key have different types. Hazard K21. */
public final class ForeignKeyTypesDiffer implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      for (ConstraintDefinition key : ForeignKeys.of(moment.command())) {
        ForeignKeys.table(moment.command())
            .flatMap(whole.after()::table)
            .ifPresent(table -> compare(whole, moment, table, key, findings));
      }
    }
  }

  private static void compare(
      Whole whole, Moment moment, TableOutline table, ConstraintDefinition key, Findings findings) {
    Optional<TableOutline> other = key.references().flatMap(whole.after()::table);
    List<String> theirs =
        key.referencedColumns().isEmpty()
            ? other
                .flatMap(TableOutline::primaryKey)
                .map(ConstraintOutline::columns)
                .orElse(List.of())
            : key.referencedColumns();
    for (int i = 0; i < Math.min(theirs.size(), key.columns().size()); i++) {
      Optional<ColumnOutline> own = table.column(key.columns().get(i));
      int at = i;
      Optional<ColumnOutline> their = other.flatMap(known -> known.column(theirs.get(at)));
      if (own.isPresent()
          && their.isPresent()
          && own.get().isTyped()
          && their.get().isTyped()
          && !family(own.get()).equals(family(their.get()))) {
        findings
            .of(moment)
            .add(
                key.at(),
                moment.shown(table.name(), own.get().name())
                    + " is "
                    + own.get().type().written()
                    + ", but "
                    + other.map(known -> moment.shown(known.name(), their.get().name())).orElse("")
                    + " is "
                    + their.get().type().written(),
                "a key that fits on one side overflows on the other, and joins of some types cannot"
                    + " use the index");
      }
    }
  }

  /** Types whose values are the same and compare by the same index. */
  private static String family(ColumnOutline column) {
    return column.type().name().equals("character varying") ? "text" : column.type().name();
  }
}
