package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Grant;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** REVOKE. Hazard M18. */
public final class RevokeBreaksApplication implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Grant.class)
        .filter(grant -> grant.revoke() && !grant.defaults())
        .filter(grant -> grant.type().filter(Privileges::isOfRows).isPresent())
        .filter(grant -> grant.names().isEmpty() || !moment.inUse(grant.names()).isEmpty())
        .ifPresent(
            grant ->
                findings.add(
                    0,
                    "REVOKE takes "
                        + String.join(", ", grant.privileges())
                        + " from "
                        + String.join(", ", grant.grantees()),
                    "What runs as "
                        + String.join(" or ", grant.grantees())
                        + " fails (42501) at once, also in transactions that are open"));
  }
}
