package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.DropColumn;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.CascadePlan;
import java.util.List;
import java.util.stream.Collectors;

/** DROP COLUMN … CASCADE takes along whatever stands on the column. Hazard C19. */
public final class DropColumnCascade implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        DropColumn.class,
        (alter, action) -> {
          if (action.cascade() && !moment.isFresh(alter.name())) {
            List<ExpectedLock> others =
                moment.alone(alter, action).locks().stream()
                    .filter(lock -> lock.mode().blocksWrites())
                    .filter(lock -> !isOwn(moment, alter, lock.relation()))
                    .toList();
            findings.add(
                action.at(),
                "CASCADE drops whatever stands on "
                    + moment.shown(alter.name(), action.column())
                    + known(moment, others),
                "views, materialized views, functions and foreign keys of other tables go without"
                    + " being named, each under ACCESS EXCLUSIVE",
                CascadePlan.of(moment, alter, others));
          }
        });
  }

  private static String known(Moment moment, List<ExpectedLock> others) {
    return others.isEmpty()
        ? ""
        : others.stream()
            .map(lock -> moment.shown(lock.relation()))
            .collect(Collectors.joining(", ", ", and locks ", ""));
  }

  private static boolean isOwn(Moment moment, AlterTable alter, RelationName name) {
    RelationName table = moment.outline().resolve(alter.name());
    return name.equals(table)
        || moment.outline().index(name).filter(index -> index.table().equals(table)).isPresent();
  }
}
