package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.SetReplicaIdentity;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** REPLICA IDENTITY FULL and NOTHING. Hazard M13. */
public final class ReplicaIdentityFullOrNothing implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        SetReplicaIdentity.class,
        (alter, set) -> {
          String name = moment.shown(alter.name());
          if (moment.isFresh(alter.name())) {
            return;
          }
          if (set.identity().equals("full")) {
            findings.add(
                set.at(),
                "REPLICA IDENTITY FULL writes the whole old row of "
                    + name
                    + " to the log with every UPDATE and DELETE",
                "The log grows, and a subscriber without a fitting index reads its whole table for"
                    + " every row");
          } else if (set.identity().equals("nothing")) {
            findings.add(
                set.at(),
                "REPLICA IDENTITY NOTHING leaves " + name + " without an identity",
                "Once it is published, every UPDATE and DELETE on " + name + " fails (55000)");
          }
        });
  }
}
