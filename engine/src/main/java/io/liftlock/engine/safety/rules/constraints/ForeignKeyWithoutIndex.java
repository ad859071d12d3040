package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import io.liftlock.engine.safety.outline.TableOutline;
import io.liftlock.engine.safety.remedy.ForeignKeyIndexPlan;
import java.util.List;
import java.util.Set;

/** A foreign key whose columns no index begins with. Hazard K20. */
public final class ForeignKeyWithoutIndex implements Rule {

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
            .filter(TableOutline::complete)
            .filter(table -> !isIndexed(table, key.columns()))
            .ifPresent(
                table ->
                    findings
                        .of(moment)
                        .add(
                            key.at(),
                            "no index of "
                                + moment.shown(table.name())
                                + " begins with "
                                + String.join(", ", key.columns()),
                            "every DELETE and every change of the key in "
                                + key.references().map(moment::shown).orElse("the referenced table")
                                + " reads the whole of "
                                + moment.shown(table.name())
                                + " and holds its lock meanwhile",
                            ForeignKeyIndexPlan.of(moment, table, key.columns())));
      }
    }
  }

  /** In any order, but at the begin, of all rows. */
  private static boolean isIndexed(TableOutline table, List<String> columns) {
    return table.indexes().stream()
        .filter(index -> index.where().isEmpty() && index.method().matches("btree|hash"))
        .map(Keys::columns)
        .anyMatch(
            own ->
                own.size() >= columns.size()
                    && Set.copyOf(own.subList(0, columns.size())).equals(Set.copyOf(columns)));
  }
}
