package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.SetPersistence;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** SET LOGGED and SET UNLOGGED. Hazard M8. */
public final class SetLoggedRewritesTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        SetPersistence.class,
        (alter, set) -> {
          if (!moment.alone(alter, set).rewritten().isEmpty()) {
            String name = moment.shown(alter.name());
            findings.add(
                set.at(),
                (set.logged() ? "SET LOGGED" : "SET UNLOGGED")
                    + " writes "
                    + name
                    + " and its indexes anew under ACCESS EXCLUSIVE",
                "Reads and writes of "
                    + name
                    + " wait"
                    + (set.logged()
                        ? ", and all of it goes through the log to every standby"
                        : "; after a crash it is empty, and standbys do not have it at all"));
          }
        });
  }
}
