package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.Alteration.AddColumn;
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
        whole.moments().stream().skip(next).anyMatch(later -> writes(later, alter.name(), columns));
    Set<String> demanded = action.constraint().check().map(Expression::notNull).orElse(columns);
    boolean neverFilled =
        demanded.stream().anyMatch(column -> isEmpty(whole, next, alter.name(), column));
    if (mendedLater || neverFilled) {
      findings
          .of(moment)
          .add(
              action.at(),
              mendedLater
                  ? "the rows of "
                      + moment.shown(alter.name())
                      + " are mended only after the NOT VALID constraint is there"
                  : "all rows of "
                      + moment.shown(alter.name())
                      + " break the NOT VALID constraint: the column is new and has no value",
              "every UPDATE of a row that breaks it fails with "
                  + (action.constraint().kind() == Kind.CHECK ? "23514" : "23502")
                  + ", whichever column it writes, until the rows are mended");
    }
  }

  private static boolean writes(Moment moment, RelationName table, Set<String> columns) {
    return moment
        .command(Write.class)
        .filter(write -> write.kind() == Write.Kind.UPDATE)
        .filter(write -> same(moment, write.table(), table))
        .filter(write -> write.assignments().keySet().stream().anyMatch(columns::contains))
        .isPresent();
  }

  /** Whether the migration has added the column without values, and has not filled it so far. */
  private static boolean isEmpty(Whole whole, int next, RelationName table, String column) {
    boolean empty = false;
    for (Moment moment : whole.moments().subList(0, next - 1)) {
      empty |=
          moment
              .command(AlterTable.class)
              .filter(alter -> same(moment, alter.name(), table))
              .filter(alter -> alter.actions().stream().anyMatch(each -> addsEmpty(each, column)))
              .isPresent();
      empty &= !writes(moment, table, Set.of(column));
    }
    return empty;
  }

  private static boolean addsEmpty(Alteration action, String column) {
    return action instanceof AddColumn added
        && added.column().name().equals(column)
        && added.column().defaultValue().isEmpty()
        && !added.column().identity()
        && added.column().generated().isEmpty()
        && !added.column().type().name().contains("serial");
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
