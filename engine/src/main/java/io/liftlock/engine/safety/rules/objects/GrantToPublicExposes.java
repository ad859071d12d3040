package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Grant;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** GRANT … TO PUBLIC. Hazard M18. */
public final class GrantToPublicExposes implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Grant.class)
        .filter(grant -> !grant.revoke() && grant.grantees().contains("public"))
        .filter(grant -> grant.type().filter(Privileges::isOfRows).isPresent())
        .filter(
            grant ->
                grant.type().filter(ObjectType.SCHEMA::equals).isEmpty()
                    || grant.privileges().contains("all")
                    || grant.privileges().contains("create"))
        .ifPresent(
            grant ->
                findings.add(
                    0,
                    "GRANT … TO PUBLIC gives "
                        + String.join(", ", grant.privileges())
                        + " to every role of the server, those to come included",
                    "Roles that nobody has thought of, of other applications and of reports, may"
                        + " use it"));
  }
}
