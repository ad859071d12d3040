package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.OwnerTo;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** OWNER TO. Hazard M17. */
public final class OwnerChangeTakesPrivileges implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        OwnerTo.class,
        (alter, owner) -> {
          if (!moment.isFresh(alter.name())) {
            String name = moment.shown(alter.name());
            findings.add(
                owner.at(),
                name + " gets another owner, " + owner.owner(),
                "The old owner may no longer use it unless it was granted, and reads and writes of "
                    + name
                    + " wait for the ACCESS EXCLUSIVE on it and its indexes");
          }
        });
  }
}
