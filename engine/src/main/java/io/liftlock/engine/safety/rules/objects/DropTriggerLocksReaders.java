package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.core.syntax.OtherCommand;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.TriggerOutline;
import java.util.Optional;

/** DROP TRIGGER and its renaming lock readers out. Hazard M22. */
public final class DropTriggerLocksReaders implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(Drop.class)
        .filter(drop -> drop.type() == ObjectType.TRIGGER)
        .ifPresent(
            drop ->
                drop.on()
                    .filter(table -> !moment.isFresh(table))
                    .filter(table -> !isOff(moment, table, drop))
                    .ifPresent(table -> add(moment, table, drop, findings)));
    moment
        .command(OtherCommand.class)
        .filter(other -> other.words().equals("alter trigger"))
        .filter(other -> !moment.inUse(other.relations()).isEmpty())
        .ifPresent(
            other ->
                findings.add(
                    0,
                    "ALTER TRIGGER takes ACCESS EXCLUSIVE on "
                        + moment.shown(other.relations().get(0)),
                    "It waits for every open transaction on the table, and all reads and writes"
                        + " queue behind it"));
  }

  private static void add(Moment moment, RelationName table, Drop drop, Findings findings) {
    String trigger = RelationName.quoted(drop.names().get(0).name());
    String name = moment.shown(table);
    findings.add(
        0,
        "DROP TRIGGER takes ACCESS EXCLUSIVE on " + name,
        "It waits for every open transaction on "
            + name
            + ", and all reads and writes queue behind it",
        moment.inBody() || (drop.ifExists() && !isKnown(moment, table, drop))
            ? Optional.empty()
            : Optional.of(
                Fix.rewrite(
                    new SafeStep(
                        "ALTER TABLE " + table + " DISABLE TRIGGER " + trigger + ";",
                        SafeStep.Where.OWN_TRANSACTION,
                        "It no longer fires; readers go on"),
                    new SafeStep(
                        "SET LOCAL lock_timeout = '2s';\n"
                            + moment.statement().text().strip().replaceFirst(";?$", ";"),
                        SafeStep.Where.OWN_TRANSACTION,
                        "It may be tried again until it gets its lock at once"))));
  }

  private static boolean isKnown(Moment moment, RelationName table, Drop drop) {
    return trigger(moment, table, drop).isPresent();
  }

  private static boolean isOff(Moment moment, RelationName table, Drop drop) {
    return trigger(moment, table, drop).filter(trigger -> !trigger.enabled()).isPresent();
  }

  private static Optional<TriggerOutline> trigger(Moment moment, RelationName table, Drop drop) {
    return moment
        .outline()
        .table(table)
        .flatMap(known -> known.trigger(drop.names().get(0).name()));
  }
}
