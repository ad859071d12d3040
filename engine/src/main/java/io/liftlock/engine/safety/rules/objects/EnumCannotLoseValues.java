package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.CreateType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** CREATE TYPE … AS ENUM. Hazard M39. */
public final class EnumCannotLoseValues implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateType.class)
        .filter(type -> type.form() == CreateType.Form.ENUM)
        .ifPresent(
            type ->
                findings.add(
                    0,
                    "Values of the enum " + type.name() + " can be added, never taken away",
                    "Whoever wants to drop one, or order them anew, writes every table that uses it"
                        + " anew: a table of values, or text with a check, can change"));
  }
}
