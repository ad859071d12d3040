package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.AlterType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** A new value of an enum without BEFORE or AFTER. Hazard M37. */
public final class EnumValueWithoutPlace implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(AlterType.class)
        .filter(alter -> alter.action() == AlterType.Action.ADD_VALUE && !alter.placed())
        .ifPresent(
            alter ->
                findings.add(
                    0,
                    "The new value of " + alter.name() + " comes behind all others",
                    "ORDER BY and comparisons go by this order, which cannot be changed later"));
  }
}
