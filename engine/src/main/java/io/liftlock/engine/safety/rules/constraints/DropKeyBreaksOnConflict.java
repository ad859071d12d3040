package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.DropConstraint;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.IndexOutline;

/** A key goes that ON CONFLICT may need, and nothing takes its place. Hazard K14. */
public final class DropKeyBreaksOnConflict implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        DropConstraint.class,
        (alter, action) ->
            moment
                .table(alter.name())
                .flatMap(table -> table.indexOf(action.constraint()))
                .filter(IndexOutline::unique)
                .ifPresent(index -> report(moment, index, action.at(), findings)));
    moment
        .command(Drop.class)
        .filter(drop -> drop.type() == ObjectType.INDEX)
        .ifPresent(
            drop ->
                drop.names().stream()
                    .flatMap(name -> moment.outline().index(name).stream())
                    .filter(IndexOutline::unique)
                    .filter(index -> !moment.isFresh(index.table()))
                    .forEach(index -> report(moment, index, 0, findings)));
  }

  private static void report(Moment moment, IndexOutline index, int at, Findings findings) {
    boolean replaced =
        moment.table(index.table()).stream()
            .flatMap(table -> table.indexes().stream())
            .anyMatch(
                other ->
                    other.unique()
                        && !other.name().equals(index.name())
                        && other.where().isEmpty()
                        && Keys.columns(other).equals(Keys.columns(index)));
    if (!replaced) {
      findings.add(
          at,
          "no other unique index of "
              + moment.shown(index.table())
              + " has the columns of "
              + moment.shown(index.name()),
          "INSERT … ON CONFLICT on these columns fails with 42P10");
    }
  }
}
