package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.CreateDomain;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/**
 * A new domain that demands something: it can never demand more without blocking writes, and
 * columns of it cannot be added to tables in use. Hazard K17.
 */
public final class DomainWithConstraint implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateDomain.class)
        .filter(domain -> domain.notNull() || !domain.constraints().isEmpty())
        .ifPresent(
            domain ->
                findings.add(
                    0,
                    "the domain " + moment.shown(domain.name()) + " has constraints",
                    "to change them later blocks writes of every table that uses the domain, and to"
                        + " add a column of it writes the table anew"));
  }
}
