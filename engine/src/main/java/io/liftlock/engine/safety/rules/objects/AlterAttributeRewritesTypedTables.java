package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.AlterType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** ALTER TYPE … ATTRIBUTE … CASCADE. Hazard M40. */
public final class AlterAttributeRewritesTypedTables implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(AlterType.class)
        .filter(AlterType::cascade)
        .filter(
            alter ->
                switch (alter.action()) {
                  case ADD_ATTRIBUTE, DROP_ATTRIBUTE, ALTER_ATTRIBUTE, RENAME_ATTRIBUTE -> true;
                  default -> false;
                })
        .ifPresent(
            alter ->
                findings.add(
                    0,
                    "CASCADE changes every table of the type "
                        + alter.name()
                        + " together with it, under ACCESS EXCLUSIVE"
                        + (alter.action() == AlterType.Action.ALTER_ATTRIBUTE
                            ? ", and writes it anew"
                            : ""),
                    "Reads and writes of all of these tables wait"));
  }
}
