package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.Alteration.AlterColumnType;
import io.liftlock.core.syntax.Alteration.DropColumn;
import io.liftlock.core.syntax.Alteration.RenameColumn;
import io.liftlock.core.syntax.Alteration.RenameTo;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.PublicationOutline;

/** Logical replication does not carry changes of the schema. Hazard M15. */
public final class PublishedTableChangesShape implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(AlterTable.class)
        .filter(alter -> !moment.isFresh(alter.name()))
        .ifPresent(
            alter -> {
              RelationName name = moment.outline().resolve(alter.name());
              moment.outline().publications().stream()
                  .filter(publication -> publication.publishes(name))
                  .findFirst()
                  .ifPresent(
                      publication ->
                          alter
                              .actions()
                              .forEach(
                                  action -> check(moment, alter, publication, action, findings)));
            });
  }

  private static void check(
      Moment moment,
      AlterTable alter,
      PublicationOutline publication,
      Alteration action,
      Findings findings) {
    String order =
        action.match(
            new Alteration.Some<>() {
              @Override
              public String otherwise(Alteration other) {
                return "";
              }

              @Override
              public String addColumn(AddColumn add) {
                return "add the column on the subscriber first";
              }

              @Override
              public String dropColumn(DropColumn drop) {
                return "drop the column on the subscriber afterwards";
              }

              @Override
              public String renameColumn(RenameColumn rename) {
                return "add the new column on the subscriber first";
              }

              @Override
              public String alterColumnType(AlterColumnType type) {
                return "widen the column on the subscriber first";
              }

              @Override
              public String renameTo(RenameTo rename) {
                return "rename it on the subscriber in the same moment";
              }
            });
    if (!order.isEmpty()) {
      findings.add(
          action.at(),
          moment.shown(alter.name())
              + " is published by "
              + publication.name()
              + ", and its subscribers do not learn of the change: "
              + order,
          "The subscriber's apply worker stops with an error at the first row of the new shape, and"
              + " the log is kept for it meanwhile");
    }
  }
}
