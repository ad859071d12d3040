package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.TableOutline;
import io.liftlock.engine.safety.remedy.RetireTablePlan;
import java.util.stream.Collectors;

/** DROP TABLE of a table in use. Hazard M1. */
public final class DropTableLosesRows implements Rule {

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
                    .filter(name -> !moment.isFresh(name) && !isPartition(moment, name))
                    .forEach(name -> add(moment, name, findings)));
  }

  private static void add(Moment moment, RelationName name, Findings findings) {
    String table = moment.shown(name);
    String others =
        moment.outline().table(name).stream()
            .flatMap(known -> known.constraints(ConstraintDefinition.Kind.FOREIGN_KEY).stream())
            .flatMap(key -> key.references().stream())
            .filter(other -> !other.equals(moment.outline().resolve(name)))
            .distinct()
            .map(moment::shown)
            .collect(Collectors.joining(" and "));
    findings.add(
        0,
        "DROP TABLE loses all rows of "
            + table
            + " and takes ACCESS EXCLUSIVE on it"
            + (others.isEmpty() ? "" : ", and on " + others + ", which it refers to"),
        "Applications that still use "
            + table
            + " fail (42P01)"
            + (others.isEmpty() ? "" : "; reads and writes of " + others + " wait"),
        RetireTablePlan.of(moment, name));
  }

  /** What becomes of the partitioned table is more than what becomes of the partition. */
  private static boolean isPartition(Moment moment, RelationName name) {
    return moment.outline().table(name).flatMap(TableOutline::partitionOf).isPresent();
  }
}
