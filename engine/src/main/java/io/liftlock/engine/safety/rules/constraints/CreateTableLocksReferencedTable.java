package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Waiting;
import io.liftlock.engine.safety.remedy.CreateTableSteps;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A new table is nobody's problem, but the table that it refers to is locked until the transaction
 * ends. Hazard K6.
 */
public final class CreateTableLocksReferencedTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateTable.class)
        .ifPresent(
            table -> {
              List<ConstraintDefinition> keys =
                  ForeignKeys.of(table).stream()
                      .filter(key -> lock(moment, key).isPresent())
                      .toList();
              if (!keys.isEmpty()) {
                List<ExpectedLock> locks =
                    keys.stream().flatMap(key -> lock(moment, key).stream()).distinct().toList();
                findings.add(
                    keys.get(0).at(),
                    "the new table "
                        + moment.shown(table.name())
                        + " refers to "
                        + locks.stream()
                            .map(lock -> moment.shown(lock.relation()))
                            .collect(Collectors.joining(", "))
                        + ", which the transaction locks until it ends",
                    Waiting.on(moment, locks),
                    CreateTableSteps.of(moment, table, keys));
              }
            });
  }

  private static Optional<ExpectedLock> lock(Moment moment, ConstraintDefinition key) {
    return key.references()
        .flatMap(other -> Waiting.lockOn(moment, moment.forecast(), other))
        .filter(lock -> lock.mode().blocksWrites());
  }
}
