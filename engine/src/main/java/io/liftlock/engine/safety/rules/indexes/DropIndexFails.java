package io.liftlock.engine.safety.rules.indexes;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.remedy.DropIndexSteps;
import java.util.Optional;

/** What DROP INDEX, and still more its CONCURRENTLY, cannot drop. Hazard I13. */
public final class DropIndexFails implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Drop.class)
        .filter(drop -> drop.type() == ObjectType.INDEX)
        .ifPresent(drop -> check(moment, drop, findings));
  }

  private static void check(Moment moment, Drop drop, Findings findings) {
    if (drop.concurrently() && (drop.names().size() > 1 || drop.cascade())) {
      findings.add(
          0,
          drop.cascade()
              ? "DROP INDEX CONCURRENTLY knows no CASCADE"
              : "DROP INDEX CONCURRENTLY drops one index at a time",
          "The server refuses it (0A000), and the migration stops here",
          drop.cascade() || moment.inBody()
              ? Optional.empty()
              : Optional.of(DropIndexSteps.of(drop, "One at a time")));
      return;
    }
    for (RelationName name : drop.names()) {
      moment.outline().index(name).ifPresent(index -> check(moment, drop, index, findings));
    }
  }

  private static void check(Moment moment, Drop drop, IndexOutline index, Findings findings) {
    String name = moment.shown(index.name());
    String table = moment.shown(index.table());
    if (index.constraint().isPresent()) {
      String constraint = RelationName.quoted(index.constraint().get());
      findings.add(
          0,
          "Index " + name + " belongs to the constraint " + constraint + " of " + table,
          "The server refuses to drop it (2BP01), and the migration stops here",
          Fix.plan(
              new SafeStep(
                  "ALTER TABLE " + table + " DROP CONSTRAINT " + constraint + ";",
                  SafeStep.Where.OWN_TRANSACTION,
                  "The index goes with its constraint; " + table + " is locked for a moment")));
    } else if (index.attachedTo().isPresent()) {
      String whole = moment.shown(index.attachedTo().get());
      findings.add(
          0,
          "Index " + name + " is a part of " + whole + ", the index of a partitioned table",
          "The server refuses to drop it (2BP01), and the migration stops here");
    } else if (drop.concurrently() && Tables.isPartitioned(moment, index.table())) {
      findings.add(
          0,
          "Index " + name + " is that of the partitioned table " + table,
          "The server refuses to drop it concurrently (0A000), and the migration stops here",
          Fix.plan(
              new SafeStep(
                  "SET LOCAL lock_timeout = '2s';\nDROP INDEX " + name + ";",
                  SafeStep.Where.OWN_TRANSACTION,
                  "It locks every partition for a moment and must not queue for them")));
    }
  }
}
