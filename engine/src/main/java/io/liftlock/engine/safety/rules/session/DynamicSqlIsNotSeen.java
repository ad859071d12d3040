package io.liftlock.engine.safety.rules.session;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.DoBlock;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** A DO block makes SQL at run time, which no rule has looked at. Hazard T16. */
public final class DynamicSqlIsNotSeen implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(DoBlock.class)
        .ifPresent(
            block ->
                block
                    .body()
                    .dynamic()
                    .forEach(
                        at ->
                            findings.add(
                                at,
                                "EXECUTE runs SQL that is put together at run time",
                                "No rule has seen it: what it locks, reads and writes shows only"
                                    + " in a trace")));
  }
}
