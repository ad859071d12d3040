package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.sql.RelationName;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.outline.ColumnOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Optional;

/** What a domain would demand, demanded by each table that uses it: tables can wait for scans. */
public final class DomainPlan {

  private DomainPlan() {}

  /**
   * Instead of a constraint of a domain.
   *
   * @param check the condition, with VALUE for the value
   * @return empty where no table that uses the domain is known
   */
  public static Optional<Fix> of(Moment moment, RelationName domain, String check) {
    StepList steps = new StepList();
    boolean used = false;
    for (TableOutline table : moment.outline().tables()) {
      for (ColumnOutline column : table.columns()) {
        if (!table.isView() && is(moment, column.type().name(), domain)) {
          append(steps, moment, table, column, check);
          used = true;
        }
      }
    }
    return used ? Optional.of(steps.plan()) : Optional.empty();
  }

  private static boolean is(Moment moment, String type, RelationName domain) {
    RelationName resolved = moment.outline().resolve(domain);
    return type.equals(resolved.name()) || type.equals(resolved.schema() + "." + resolved.name());
  }

  private static void append(
      StepList steps, Moment moment, TableOutline table, ColumnOutline column, String check) {
    String alter = "ALTER TABLE " + moment.shown(table.name()) + " ";
    String name = Target.quoted(Target.joined(table.name().name(), column.name(), "check"));
    steps
        .own(
            "New rows must satisfy it; the rows that are there are not read yet",
            alter
                + "ADD CONSTRAINT "
                + name
                + " CHECK ("
                + ofColumn(check, column.name())
                + ") NOT VALID")
        .own(
            "Rows are read while the application goes on reading and writing",
            alter + "VALIDATE CONSTRAINT " + name);
  }

  private static String ofColumn(String check, String column) {
    Words words = Words.of(check);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      text.append(i > 0 && words.tokens().isApart(i) ? " " : "")
          .append(words.tokens().isWord(i, "value") ? Target.quoted(column) : words.text(i, i + 1));
    }
    return text.toString();
  }
}
