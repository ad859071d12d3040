package io.liftlock.engine.safety.rules.partitions;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.Partition;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.remedy.NewPartitionSteps;

/** A new partition makes the server read the default one. Hazard M30. */
public final class PartitionOfScansDefault implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateTable.class)
        .filter(table -> reads(moment, table))
        .ifPresent(
            table -> {
              RelationName parent = table.partitionOf().map(Partition::parent).orElseThrow();
              String rest =
                  Defaults.of(moment, parent).map(moment::shown).orElse("the DEFAULT partition");
              findings.add(
                  0,
                  "PARTITION OF reads all of "
                      + rest
                      + " under ACCESS EXCLUSIVE on it and on "
                      + moment.shown(parent),
                  "Reads and writes of "
                      + moment.shown(parent)
                      + " wait, and it fails (23514) where a row belongs into the new partition",
                  NewPartitionSteps.of(moment, table));
            });
  }

  /** Whether there is a default partition that others use, and it is not the one that is made. */
  static boolean reads(Moment moment, CreateTable table) {
    return table
        .partitionOf()
        .filter(part -> part.bound().isPresent() && !moment.isFresh(part.parent()))
        .flatMap(part -> Defaults.of(moment, part.parent()))
        .filter(rest -> !moment.isFresh(rest))
        .isPresent();
  }
}
