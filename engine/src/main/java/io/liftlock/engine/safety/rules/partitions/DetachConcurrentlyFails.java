package io.liftlock.engine.safety.rules.partitions;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.DetachPartition;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.DetachSteps;

/** A default partition rules out DETACH … CONCURRENTLY. Hazard M31. */
public final class DetachConcurrentlyFails implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        DetachPartition.class,
        (alter, detach) ->
            Defaults.of(moment, alter.name())
                .filter(rest -> detach.concurrently())
                .ifPresent(
                    rest ->
                        findings.add(
                            detach.at(),
                            moment.shown(alter.name())
                                + " has the DEFAULT partition "
                                + moment.shown(rest)
                                + ", so nothing can be detached concurrently",
                            "The server refuses it (55000), and the migration stops here",
                            DetachSteps.of(moment, alter.name(), detach.partition()))));
  }
}
