package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.SetTriggers;
import io.liftlock.core.syntax.SetParameter;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** Triggers are switched off, and with them the foreign keys. Hazard K24. */
public final class ForeignKeysSwitchedOff implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        SetTriggers.class,
        (alter, action) -> {
          if (!action.enabled()
              && action.trigger().equals("all")
              && !moment.isFresh(alter.name())) {
            findings.add(
                action.at(),
                "DISABLE TRIGGER ALL on "
                    + moment.shown(alter.name())
                    + " switches off its foreign keys, for everybody",
                "rows of all sessions are no longer checked, and nothing checks them when triggers"
                    + " are switched on again");
          }
        });
    moment
        .command(SetParameter.class)
        .filter(set -> set.name().equals("session_replication_role"))
        .filter(set -> set.value().filter("replica"::equalsIgnoreCase).isPresent())
        .ifPresent(
            set ->
                findings.add(
                    0,
                    "session_replication_role = replica switches off foreign keys and triggers",
                    "what is written is not checked, and nothing checks it afterwards"));
  }
}
