package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.core.syntax.Expression;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.Optional;

/** ADD COLUMN of a column that SQLite adds to no table, or to no table with rows. */
public final class AddColumnSqliteRefuses implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        Alteration.AddColumn.class,
        (alter, add) -> {
          boolean fresh = moment.isFresh(alter.name());
          reason(add.column(), fresh)
              .ifPresent(
                  why ->
                      findings.add(
                          add.at(),
                          moment.shown(alter.name(), add.column().name()) + " " + why,
                          fresh
                              ? "The migration fails here on every database"
                              : "The migration fails here, on a table with rows if not on an empty"
                                  + " one, so that a test on an empty database may not show it"));
        });
  }

  private static Optional<String> reason(ColumnDefinition column, boolean fresh) {
    if (has(column, Kind.PRIMARY_KEY)) {
      return Optional.of("cannot be added as PRIMARY KEY: SQLite never adds a key's column");
    }
    if (has(column, Kind.UNIQUE)) {
      return Optional.of(
          "cannot be added as UNIQUE: SQLite adds the column alone; make a unique index behind it");
    }
    if (fresh) {
      return Optional.empty();
    }
    if (column.generated().filter(generated -> generated.stored()).isPresent()) {
      return Optional.of("cannot be added as a STORED column: only VIRTUAL ones can be added");
    }
    Optional<Expression> value = column.defaultValue();
    boolean computed = value.filter(v -> v.form() == Expression.Form.COMPUTED).isPresent();
    if (computed && !isWord(value.orElseThrow())) {
      return Optional.of(
          "has a default that is computed: SQLite adds only columns whose default is a constant");
    }
    boolean filled = value.filter(v -> v.form() != Expression.Form.NULL).isPresent();
    if (column.notNull() && !filled && column.generated().isEmpty()) {
      return Optional.of(
          "is NOT NULL without a default, which the rows that are there would break");
    }
    return filled && has(column, Kind.FOREIGN_KEY)
        ? Optional.of(
            "refers to another table and has a default, which SQLite refuses while foreign keys"
                + " are on")
        : Optional.empty();
  }

  /** A bare word is a text for SQLite, unless it is a time. */
  private static boolean isWord(Expression value) {
    return value.calls().isEmpty() && !value.text().startsWith("(");
  }

  private static boolean has(ColumnDefinition column, Kind kind) {
    return column.constraints().stream().anyMatch(each -> each.kind() == kind);
  }
}
