package io.liftlock.engine.safety.rules.partitions;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.PartitionOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import io.liftlock.engine.safety.remedy.DetachSteps;
import java.util.Optional;

/** Dropping a partition locks the partitioned table. Hazard M32. */
public final class DropPartitionLocksParent implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Drop.class)
        .filter(drop -> drop.type() == ObjectType.TABLE)
        .ifPresent(
            drop ->
                drop.names().stream()
                    .flatMap(name -> moment.table(name).stream())
                    .forEach(table -> check(moment, drop, table, findings)));
  }

  private static void check(Moment moment, Drop drop, TableOutline table, Findings findings) {
    Optional<RelationName> parent = table.partitionOf().map(PartitionOutline::parent);
    if (parent.isEmpty() || moment.isFresh(parent.get()) || drop.names().contains(parent.get())) {
      return;
    }
    String name = moment.shown(table.name());
    String whole = moment.shown(parent.get());
    findings.add(
        0,
        "Dropping the partition "
            + name
            + " takes ACCESS EXCLUSIVE on "
            + whole
            + Defaults.of(moment, parent.get())
                .filter(rest -> !rest.equals(table.name()))
                .map(rest -> " and on " + moment.shown(rest))
                .orElse(""),
        "Reads and writes of every partition wait, and the rows of " + name + " are gone",
        drop.names().size() == 1 && !drop.cascade()
            ? DetachSteps.drop(moment, parent.get(), table.name())
            : Optional.empty());
  }
}
