package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AlterColumnType;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.outline.TableOutline;
import io.liftlock.engine.safety.remedy.TypeChangePlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Another type for one side of a foreign key: the table on the other side is locked and read as
 * well. Hazard C24.
 */
public final class AlterColumnTypeOfKeyLocksOtherTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AlterColumnType.class,
        (alter, action) -> {
          Forecast forecast = moment.alone(alter, action);
          List<ExpectedLock> others = others(moment, alter, forecast);
          if (!others.isEmpty() && forecast.failure().isEmpty()) {
            findings.add(
                action.at(),
                moment.shown(alter.name(), action.column())
                    + " belongs to a foreign key, so "
                    + others.stream()
                        .map(lock -> moment.shown(lock.relation()))
                        .collect(Collectors.joining(", "))
                    + (others.size() == 1 ? " is" : " are")
                    + " locked"
                    + (forecast.scanned().isEmpty() ? "" : " and read")
                    + ", too",
                Waiting.on(moment, others),
                TypeChangePlan.of(moment, alter, action));
          }
        });
  }

  private static List<ExpectedLock> others(Moment moment, AlterTable alter, Forecast forecast) {
    RelationName own = moment.outline().resolve(alter.name());
    return forecast.locks().stream()
        .filter(lock -> lock.mode().blocksWrites() && !lock.relation().equals(own))
        .filter(
            lock ->
                moment
                    .table(lock.relation())
                    .filter(
                        other ->
                            refers(moment.outline().table(own), lock.relation())
                                || refers(Optional.of(other), own))
                    .isPresent())
        .toList();
  }

  private static boolean refers(Optional<TableOutline> table, RelationName other) {
    return table.stream()
        .flatMap(each -> each.constraints(Kind.FOREIGN_KEY).stream())
        .anyMatch(key -> key.references().filter(other::equals).isPresent());
  }
}
