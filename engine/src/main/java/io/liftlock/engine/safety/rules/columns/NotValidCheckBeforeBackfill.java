package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AddConstraint;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Write;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import java.util.Set;

/**
 * A check NOT VALID that comes before the rows are mended: it is asked at every UPDATE of a row
 * that breaks it, whatever column is written. Hazard C11.
 */
public final class NotValidCheckBeforeBackfill implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (int i = 0; i < whole.moments().size(); i++) {
      Moment moment = whole.moments().get(i);
      int next = i + 1;
      moment.alterations(
          AddConstraint.class,
          (alter, action) -> {
            ConstraintDefinition check = action.constraint();
            if (check.notValid() && !moment.isFresh(alter.name())) {
              check(whole, next, moment, alter, action, findings);
            }
          });
    }
  }

  private static void check(
      Whole whole,
      int next,
      Moment moment,
      AlterTable alter,
      AddConstraint action,
      Findings findings) {
    Set<String> columns = columns(action.constraint());
    boolean mendedLater =
        whole.moments().stream()
            .skip(next)
            .flatMap(later -> later.command(Write.class).stream())
            .anyMatch(
                write ->
                    write.kind() == Write.Kind.UPDATE
                        && same(moment, write.table(), alter.name())
                        && write.assignments().keySet().stream().anyMatch(columns::contains));
    if (mendedLater) {
      findings
          .of(moment)
          .add(
              action.at(),
              "the rows of "
                  + moment.shown(alter.name())
                  + " are mended only after the NOT VALID constraint is there",
              "every UPDATE of a row that breaks it fails with "
                  + (action.constraint().kind() == Kind.CHECK ? "23514" : "23502")
                  + ", whichever column it writes, until the rows are mended");
    }
  }

  private static boolean same(Moment moment, RelationName left, RelationName right) {
    return moment.outline().resolve(left).equals(moment.outline().resolve(right));
  }

  /** A foreign key is asked only where its own columns change: it may come first. */
  private static Set<String> columns(ConstraintDefinition constraint) {
    return switch (constraint.kind()) {
      case CHECK -> constraint.check().map(Expression::columns).orElse(Set.of());
      case NOT_NULL -> Set.copyOf(constraint.columns());
      default -> Set.of();
    };
  }
}
