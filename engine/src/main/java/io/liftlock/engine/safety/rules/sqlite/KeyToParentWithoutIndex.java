package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;
import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.ArrayList;
import java.util.List;

/** A foreign key whose own columns no index begins with. */
public final class KeyToParentWithoutIndex implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    for (Moment moment : whole.moments()) {
      for (RelationName table : tables(moment)) {
        whole.after().table(table).ifPresent(known -> check(moment, known, findings.of(moment)));
      }
    }
  }

  private static List<RelationName> tables(Moment moment) {
    List<RelationName> found = new ArrayList<>();
    moment.command(CreateTable.class).ifPresent(made -> found.add(made.name()));
    moment.alterations(
        Alteration.AddColumn.class,
        (alter, add) -> {
          if (add.column().constraints().stream().anyMatch(c -> c.kind() == Kind.FOREIGN_KEY)) {
            found.add(alter.name());
          }
        });
    return found;
  }

  private static void check(Moment moment, TableOutline table, Findings findings) {
    for (ConstraintOutline key : table.constraints(Kind.FOREIGN_KEY)) {
      if (!isIndexed(table, key.columns())) {
        findings.add(
            0,
            "No index of "
                + moment.shown(table.name())
                + " begins with "
                + String.join(", ", key.columns())
                + ", which refers to "
                + key.references().map(moment::shown).orElse("another table"),
            "Every DELETE of a row there, and every change of its key, reads all of "
                + moment.shown(table.name()));
      }
    }
  }

  private static boolean isIndexed(TableOutline table, List<String> columns) {
    boolean rowid =
        columns.size() == 1
            && table
                .primaryKey()
                .filter(key -> key.columns().size() == 1)
                .filter(key -> key.columns().get(0).equalsIgnoreCase(columns.get(0)))
                .isPresent();
    return rowid || table.indexes().stream().anyMatch(index -> begins(index, columns));
  }

  private static boolean begins(IndexOutline index, List<String> columns) {
    if (index.where().isPresent() || index.parts().size() < columns.size()) {
      return false;
    }
    return index.parts().stream()
        .limit(columns.size())
        .allMatch(
            part ->
                part.column()
                    .filter(name -> columns.stream().anyMatch(name::equalsIgnoreCase))
                    .isPresent());
  }
}
