package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration.DropConstraint;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.remedy.CascadePlan;
import java.util.List;
import java.util.stream.Collectors;

/** A key goes with CASCADE, and the foreign keys of other tables with it. Hazard K13. */
public final class DropConstraintCascade implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        DropConstraint.class,
        (alter, action) -> {
          boolean key =
              moment
                  .table(alter.name())
                  .flatMap(table -> table.constraint(action.constraint()))
                  .map(ConstraintOutline::kind)
                  .filter(kind -> kind != Kind.UNIQUE && kind != Kind.PRIMARY_KEY)
                  .isEmpty();
          if (action.cascade() && key && !moment.isFresh(alter.name())) {
            List<ExpectedLock> others =
                moment.outline().referencing(alter.name()).stream()
                    .flatMap(
                        table ->
                            Waiting.lockOn(moment, moment.alone(alter, action), table.name())
                                .stream())
                    .filter(lock -> !lock.relation().equals(moment.outline().resolve(alter.name())))
                    .toList();
            findings.add(
                action.at(),
                "CASCADE drops the foreign keys that refer to "
                    + RelationName.quoted(action.constraint())
                    + (others.isEmpty()
                        ? ""
                        : others.stream()
                            .map(lock -> moment.shown(lock.relation()))
                            .collect(Collectors.joining(", ", ", those of ", ""))),
                others.isEmpty()
                    ? "every table that refers to it is locked, and its references are no longer"
                        + " checked"
                    : Waiting.on(moment, others) + ", and references are no longer checked",
                CascadePlan.of(moment, alter, others));
          }
        });
  }
}
