package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.IndexOutline;

/** An index goes that something stands on. Hazard I15. */
public final class DropIndexInUse implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Drop.class)
        .filter(drop -> drop.type() == ObjectType.INDEX)
        .ifPresent(
            drop ->
                drop.names().stream()
                    .flatMap(name -> moment.outline().index(name).stream())
                    .filter(index -> index.constraint().isEmpty())
                    .filter(index -> Tables.inUse(moment, index.table()))
                    .forEach(index -> check(moment, index, findings)));
  }

  private static void check(Moment moment, IndexOutline index, Findings findings) {
    String name = moment.shown(index.name());
    String table = moment.shown(index.table());
    long scans = moment.facts().indexScans().getOrDefault(index.name(), 0L);
    boolean identity =
        Tables.of(moment, index)
            .filter(known -> known.replicaIdentity().equals(index.name().name()))
            .isPresent();
    if (identity) {
      findings.add(
          0,
          "Index " + name + " is the replica identity of " + table,
          "UPDATE and DELETE on a published " + table + " fail (55000) once it is gone");
    } else if (index.unique() && !isKeptElsewhere(moment, index)) {
      findings.add(
          0,
          "Index " + name + " keeps the rows of " + table + " apart",
          "ON CONFLICT over its columns fails (42P10), and equal rows are let in");
    } else if (scans > 0) {
      findings.add(
          0,
          "Index " + name + " was used " + scans + " times since the statistics began",
          "The queries that used it read all of " + table);
    }
  }

  /** Whether another unique index has the same columns. */
  private static boolean isKeptElsewhere(Moment moment, IndexOutline index) {
    return Tables.of(moment, index).stream()
        .flatMap(table -> table.indexes().stream())
        .anyMatch(
            other ->
                other.unique()
                    && other.valid()
                    && !other.name().equals(index.name())
                    && other.where().equals(index.where())
                    && other.parts().equals(index.parts()));
  }
}
