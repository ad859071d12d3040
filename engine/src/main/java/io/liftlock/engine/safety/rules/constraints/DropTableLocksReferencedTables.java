package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.DropTableSteps;
import java.util.List;
import java.util.stream.Collectors;

/** A table goes, and every table that it refers to is locked for it. Hazard K23. */
public final class DropTableLocksReferencedTables implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Drop.class)
        .filter(drop -> drop.type() == ObjectType.TABLE)
        .ifPresent(
            drop -> {
              List<ExpectedLock> others =
                  drop.names().stream()
                      .flatMap(name -> moment.table(name).stream())
                      .flatMap(table -> table.constraints(Kind.FOREIGN_KEY).stream())
                      .flatMap(key -> key.references().stream())
                      .distinct()
                      .filter(
                          other ->
                              drop.names().stream()
                                  .noneMatch(name -> moment.outline().resolve(name).equals(other)))
                      .flatMap(other -> Waiting.lockOn(moment, moment.forecast(), other).stream())
                      .toList();
              if (!others.isEmpty()) {
                findings.add(
                    0,
                    "to drop "
                        + drop.names().stream().map(moment::shown).collect(Collectors.joining(", "))
                        + " locks "
                        + others.stream()
                            .map(lock -> moment.shown(lock.relation()))
                            .collect(Collectors.joining(", "))
                        + ", too",
                    Waiting.on(moment, others),
                    DropTableSteps.of(moment, drop));
              }
            });
  }
}
