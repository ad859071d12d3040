package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterSchema;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.RenameTo;
import io.liftlock.core.syntax.Alteration.SetSchema;
import io.liftlock.core.syntax.RelationKind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import java.util.Optional;

/** A relation or schema in use gets another name. Hazard M6. */
public final class RenameRelationBreaksApplication implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      moment.alterations(
          RenameTo.class,
          (alter, rename) ->
              check(
                  whole,
                  moment,
                  alter,
                  new RelationName(alter.name().schema(), rename.newName()),
                  findings.of(moment)));
      moment.alterations(
          SetSchema.class,
          (alter, move) ->
              check(
                  whole,
                  moment,
                  alter,
                  new RelationName(move.schema(), alter.name().name()),
                  findings.of(moment)));
      moment
          .command(AlterSchema.class)
          .ifPresent(
              alter ->
                  alter
                      .newName()
                      .ifPresent(
                          name ->
                              findings
                                  .of(moment)
                                  .add(
                                      0,
                                      "Schema " + alter.name() + " gets another name, " + name,
                                      "Applications that name it, or have it on their search path,"
                                          + " fail (42P01) at once")));
    }
  }

  private static void check(
      Whole whole, Moment moment, AlterTable alter, RelationName next, Findings findings) {
    if (alter.kind() == RelationKind.INDEX
        || moment.isFresh(alter.name())
        || takenOver(whole, moment, alter.name())) {
      return;
    }
    String name = moment.shown(alter.name());
    findings.add(
        0,
        name + " becomes " + next,
        "Applications that use " + name + " fail (42P01) at once",
        way(moment, alter, next));
  }

  /** Whether the same transaction leaves something else under the old name. */
  private static boolean takenOver(Whole whole, Moment moment, RelationName name) {
    RelationName old = moment.outline().resolve(name);
    return whole.moments().stream()
        .filter(each -> Together.follows(moment, each))
        .anyMatch(
            each ->
                each.outline().table(old).isEmpty()
                    && each.outline().after(each.command()).table(old).isPresent());
  }

  private static Optional<Fix> way(Moment moment, AlterTable alter, RelationName next) {
    boolean viewed = alter.kind() != RelationKind.SEQUENCE && !moment.inBody();
    return viewed
        ? Optional.of(
            Fix.plan(
                new SafeStep(
                    moment.statement().text().strip().replaceFirst(";?$", ";")
                        + "\nCREATE VIEW "
                        + alter.name()
                        + " WITH (security_invoker) AS SELECT * FROM "
                        + next
                        + ";",
                    SafeStep.Where.OWN_TRANSACTION,
                    "The old name stays as a view that can be written to; security_invoker since"
                        + " 15"),
                new SafeStep(
                    "DROP VIEW " + alter.name() + ";",
                    SafeStep.Where.LATER_RELEASE,
                    "Every running application uses the new name")))
        : Optional.empty();
  }
}
