package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.OtherCommand;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** An event trigger that fails stops every change of the schema. Hazard M24. */
public final class EventTriggerMeetsEveryChange implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(OtherCommand.class)
        .filter(other -> other.words().startsWith("create event trigger"))
        .ifPresent(
            other ->
                findings.add(
                    0,
                    "An event trigger runs with every change of the schema, in the whole database",
                    "When its function fails, no migration of anybody works until it is disabled,"
                        + " and other sessions meet it at their next DDL"));
  }
}
