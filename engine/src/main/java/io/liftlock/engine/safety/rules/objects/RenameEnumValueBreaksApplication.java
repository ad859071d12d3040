package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.AlterType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** RENAME VALUE of an enum. Hazard M38. */
public final class RenameEnumValueBreaksApplication implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(AlterType.class)
        .filter(alter -> alter.action() == AlterType.Action.RENAME_VALUE)
        .ifPresent(
            alter ->
                findings.add(
                    0,
                    "The value '"
                        + alter.value().orElse("")
                        + "' of "
                        + alter.name()
                        + " is renamed",
                    "Applications that write or compare with the old value fail (22P02) at once,"
                        + " and read one that they do not know"));
  }
}
