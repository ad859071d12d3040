package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.Expression;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in double quotes, which are for names: a misspelt name becomes a text. */
public final class DoubleQuotedText implements Rule {

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    for (NewColumn made : NewColumn.in(moment)) {
      made.column()
          .defaultValue()
          .filter(value -> value.text().startsWith("\""))
          .ifPresent(value -> add(value.at(), value.text(), findings));
    }
    moment
        .command(CreateTable.class)
        .ifPresent(
            made -> {
              List<String> columns = made.columns().stream().map(column -> column.name()).toList();
              Keys.constraints(made)
                  .flatMap(constraint -> constraint.check().stream())
                  .forEach(check -> look(check, columns, findings));
            });
    moment
        .command(CreateIndex.class)
        .ifPresent(
            made ->
                moment
                    .outline()
                    .table(made.table())
                    .filter(table -> table.complete())
                    .ifPresent(
                        table -> {
                          List<String> columns =
                              table.columns().stream().map(column -> column.name()).toList();
                          made.where().ifPresent(where -> look(where, columns, findings));
                          made.parts().stream()
                              .flatMap(part -> part.column().stream())
                              .filter(name -> columns.stream().noneMatch(name::equalsIgnoreCase))
                              .filter(
                                  name -> moment.statement().text().contains("\"" + name + "\""))
                              .forEach(name -> add(0, "\"" + name + "\"", findings));
                        }));
  }

  private static void look(Expression expression, List<String> columns, Findings findings) {
    Matcher quoted = QUOTED.matcher(expression.text().replaceAll("'(?:[^']|'')*'", "''"));
    while (quoted.find()) {
      String name = quoted.group(1);
      if (columns.stream().noneMatch(name::equalsIgnoreCase)) {
        add(expression.at(), quoted.group(), findings);
      }
    }
  }

  private static void add(int at, String written, Findings findings) {
    findings.add(
        at,
        written + " is no column: SQLite takes it for a text",
        "A condition compares texts and never looks at the row, and a later RENAME or a SQLite that"
            + " is built without this habit refuses the schema; use single quotes for texts");
  }
}
