package io.liftlock.engine.safety.rules.partitions;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration.AttachPartition;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.AttachSteps;
import java.util.Set;
import java.util.stream.Collectors;

/** ATTACH PARTITION reads the new partition and the default one under strong locks. Hazard M29. */
public final class AttachPartitionScansRows implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AttachPartition.class,
        (alter, attach) -> {
          Set<RelationName> read = moment.forecast().scanned();
          if (alter.kind() == RelationKind.TABLE && !read.isEmpty()) {
            String tables = read.stream().map(moment::shown).collect(Collectors.joining(" and "));
            findings.add(
                attach.at(),
                "ATTACH PARTITION reads all of " + tables + " under ACCESS EXCLUSIVE",
                "Reads and writes of " + tables + " wait until every row was looked at",
                AttachSteps.of(moment, alter, attach));
          }
        });
  }
}
