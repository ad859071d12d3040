package io.liftlock.engine.safety.rules.columns;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.Tokens;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.DropColumn;
import io.liftlock.core.syntax.Alteration.RenameColumn;
import io.liftlock.core.syntax.RoutineBody;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.List;

/**
 * A function whose body is a string names the column: dropping or renaming it succeeds, and the
 * function fails when it is called. Hazard C20.
 */
public final class FunctionNamesColumnThatGoes implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        DropColumn.class,
        (alter, action) -> report(moment, alter, action.column(), action.at(), findings));
    moment.alterations(
        RenameColumn.class,
        (alter, action) -> report(moment, alter, action.column(), action.at(), findings));
  }

  private static void report(
      Moment moment, AlterTable alter, String column, int at, Findings findings) {
    List<String> functions =
        moment.outline().routines().stream()
            .filter(
                routine ->
                    routine.body().filter(body -> names(body, alter.name(), column)).isPresent())
            .map(routine -> moment.shown(routine.name()))
            .distinct()
            .toList();
    if (!functions.isEmpty() && !moment.isFresh(alter.name())) {
      findings.add(
          at,
          "the body of "
              + String.join(", ", functions)
              + " names "
              + moment.shown(alter.name(), column),
          "nothing fails now; the function fails with 42703 at its next call");
    }
  }

  /** Words of the body, not its text: {@code email} is not in {@code email_sent}. */
  private static boolean names(RoutineBody body, RelationName table, String column) {
    Tokens words = Tokens.of(Dialect.POSTGRES, body.text());
    boolean tableNamed = false;
    boolean columnNamed = false;
    for (int i = 0; i < words.size(); i++) {
      if (words.isName(i)) {
        String name = words.plainName(i);
        tableNamed |= name.equals(table.name());
        columnNamed |= name.equals(column);
      }
    }
    return tableNamed && columnNamed;
  }
}
