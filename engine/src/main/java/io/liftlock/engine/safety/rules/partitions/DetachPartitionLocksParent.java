package io.liftlock.engine.safety.rules.partitions;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration.DetachPartition;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.DetachSteps;
import java.util.Optional;

/** DETACH PARTITION without CONCURRENTLY. Hazard M31. */
public final class DetachPartitionLocksParent implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        DetachPartition.class,
        (alter, detach) -> {
          if (detach.concurrently() || detach.finalizing() || moment.isFresh(alter.name())) {
            return;
          }
          String parent = moment.shown(alter.name());
          Optional<RelationName> rest = Defaults.of(moment, alter.name());
          if (rest.isPresent() && Brief.waits(moment)) {
            return;
          }
          findings.add(
              detach.at(),
              "DETACH PARTITION takes ACCESS EXCLUSIVE on "
                  + parent
                  + rest.map(name -> ", on " + moment.shown(name)).orElse("")
                  + " and on "
                  + moment.shown(detach.partition()),
              "It waits for every open transaction on "
                  + parent
                  + ", and all reads and writes queue behind it",
              DetachSteps.of(moment, alter.name(), detach.partition()));
        });
  }
}
