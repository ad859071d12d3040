package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** A column for a table with partitions or children: each of them is locked, too. Hazard C15. */
public final class AddColumnLocksChildren implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddColumn.class,
        (alter, action) -> {
          long others =
              moment.alone(alter, action).locks().stream()
                  .filter(lock -> lock.mode() == LockMode.ACCESS_EXCLUSIVE)
                  .filter(lock -> isBelow(moment, lock.relation(), alter.name()))
                  .count();
          if (others > 0) {
            findings.add(
                action.at(),
                "ADD COLUMN on "
                    + moment.shown(alter.name())
                    + " locks it and the "
                    + others
                    + " tables below it",
                "ACCESS EXCLUSIVE on each of them: one long query on any of them keeps all others"
                    + " waiting");
          }
        });
  }

  private static boolean isBelow(Moment moment, RelationName name, RelationName top) {
    RelationName above = moment.outline().resolve(top);
    return moment
        .table(name)
        .filter(
            table ->
                table.inherits().contains(above)
                    || table
                        .partitionOf()
                        .filter(
                            part ->
                                part.parent().equals(above) || isBelow(moment, part.parent(), top))
                        .isPresent())
        .isPresent();
  }
}
