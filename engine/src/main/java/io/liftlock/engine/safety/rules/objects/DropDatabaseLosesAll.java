package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.stream.Collectors;

/** DROP DATABASE. Hazard M3. */
public final class DropDatabaseLosesAll implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Drop.class)
        .filter(drop -> drop.type() == ObjectType.DATABASE)
        .ifPresent(
            drop ->
                findings.add(
                    0,
                    "DROP DATABASE loses everything that is in "
                        + drop.names().stream()
                            .map(RelationName::toString)
                            .collect(Collectors.joining(" and ")),
                    "Nothing brings it back but a backup"));
  }
}
