package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.stream.Collectors;

/** A function goes that triggers call. Hazards M22, M42. */
public final class DropFunctionUsedByTrigger implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Drop.class)
        .filter(drop -> drop.type() == ObjectType.FUNCTION || drop.type() == ObjectType.ROUTINE)
        .ifPresent(
            drop ->
                drop.names().stream()
                    .map(moment.outline()::resolve)
                    .forEach(name -> check(moment, drop, name, findings)));
  }

  private static void check(Moment moment, Drop drop, RelationName routine, Findings findings) {
    String tables =
        moment.outline().tables().stream()
            .filter(table -> !moment.isFresh(table.name()))
            .filter(table -> table.triggerFunctions().contains(routine))
            .map(table -> moment.shown(table.name()))
            .collect(Collectors.joining(" and "));
    if (!tables.isEmpty()) {
      findings.add(
          0,
          "Triggers of " + tables + " call " + moment.shown(routine),
          drop.cascade()
              ? "CASCADE drops the triggers with it, under ACCESS EXCLUSIVE on " + tables
              : "The server refuses to drop it (2BP01), and the migration stops here");
    }
  }
}
