package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import io.liftlock.engine.safety.outline.Outline;
import java.util.Optional;

/** Row level security without a policy shows nothing. Hazards M19, M20. */
public final class RowSecurityWithoutPolicy implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      table(moment.command())
          .filter(table -> !moment.isFresh(table))
          .filter(table -> !isBlind(moment.outline(), table))
          .filter(table -> isBlind(moment.outline().after(moment.command()), table))
          .filter(table -> !seesAgain(whole, moment, table))
          .ifPresent(
              table ->
                  findings
                      .of(moment)
                      .add(
                          0,
                          "Row level security is on for "
                              + moment.shown(table)
                              + ", and no policy lets anybody see a row",
                          "Every role but the owner sees no rows of "
                              + moment.shown(table)
                              + " and can write none, without an error for the reader",
                          Fix.plan(
                              new SafeStep(
                                  "CREATE POLICY "
                                      + RelationName.quoted(table.name() + "_access")
                                      + " ON "
                                      + moment.shown(table)
                                      + " USING (true);\nALTER TABLE "
                                      + moment.shown(table)
                                      + " ENABLE ROW LEVEL SECURITY;",
                                  SafeStep.Where.OWN_TRANSACTION,
                                  "Policies first, in the same transaction; say in USING who may"
                                      + " see what"))));
    }
  }

  /** Whose policies or switch a command changes. */
  private static Optional<RelationName> table(Command command) {
    return command.match(
        new Command.Some<>() {
          @Override
          public Optional<RelationName> otherwise(Command other) {
            return Optional.empty();
          }

          @Override
          public Optional<RelationName> alterTable(AlterTable alter) {
            return Optional.of(alter.name());
          }

          @Override
          public Optional<RelationName> drop(Drop drop) {
            return drop.type() == ObjectType.POLICY ? drop.on() : Optional.empty();
          }
        });
  }

  private static boolean isBlind(Outline outline, RelationName table) {
    return outline
        .table(table)
        .filter(known -> known.rowSecurity() && known.policies().isEmpty())
        .isPresent();
  }

  /** Whether the same transaction makes a policy behind it: nobody sees the time between. */
  private static boolean seesAgain(Whole whole, Moment moment, RelationName table) {
    return whole.moments().stream()
        .filter(each -> Together.follows(moment, each))
        .anyMatch(each -> !isBlind(each.outline().after(each.command()), table));
  }
}
