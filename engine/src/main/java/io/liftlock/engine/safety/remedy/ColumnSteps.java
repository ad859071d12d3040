package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Moment;
import java.util.Optional;

/**
 * A column that is added bare, filled in batches, and only then bound: no row is written anew or
 * read through under a strong lock. One way for everything that ADD COLUMN can say at once.
 */
public final class ColumnSteps {

  private ColumnSteps() {}

  /**
   * Instead of {@code ADD COLUMN}.
   *
   * @param filled whether the default has to be filled in by batches, because the server would
   *     write the table anew
   * @return empty where there is no such way: a stored generated column, a sequence with a name of
   *     its own
   */
  public static Optional<Fix> of(
      Moment moment, AlterTable alter, AddColumn action, boolean filled) {
    return Target.of(moment, alter)
        .filter(target -> !action.ifNotExists() && action.column().generated().isEmpty())
        .flatMap(target -> new ColumnSteps.Way(target, action.column(), filled).fix());
  }

  /** The way of one column. */
  private record Way(Target target, ColumnDefinition column, boolean filled) {

    private String name() {
      return Target.quoted(column.name());
    }

    Optional<Fix> fix() {
      StepList steps = new StepList();
      if (!begin(steps)) {
        return Optional.empty();
      }
      for (ConstraintDefinition constraint : column.constraints()) {
        if (!bind(steps, constraint)) {
          return Optional.empty();
        }
      }
      return Optional.of(steps.rewrite());
    }

    private boolean begin(StepList steps) {
      if (ColumnText.serial(column).isPresent()) {
        serial(steps, ColumnText.serial(column).get());
        return true;
      }
      if (column.identity()) {
        return identity(steps);
      }
      if (filled && column.defaultValue().isPresent()) {
        steps
            .own(
                "The column comes without values, which takes a moment",
                add(unbound().withoutDefault(column).withoutNotNull()))
            .same(
                "New rows get their value from now on",
                alterColumn("SET DEFAULT " + defaultText()));
        fill(steps);
        notNull(steps);
        return true;
      }
      boolean required = isPrimary() && column.defaultValue().isEmpty();
      steps.own("The column comes unbound, which takes a moment", add(unbound()));
      return !required;
    }

    private String defaultText() {
      return column.defaultValue().map(value -> Words.of(value.text()).text()).orElseThrow();
    }

    /** Without the constraints that have steps of their own. */
    private ColumnText unbound() {
      ColumnText text = ColumnText.of(column);
      for (ConstraintDefinition constraint : column.constraints()) {
        text = constraint.kind() == Kind.NOT_NULL ? text : text.without(constraint);
      }
      return text;
    }

    private String add(ColumnText text) {
      return target.alter("ADD COLUMN " + text.text());
    }

    private String alterColumn(String action) {
      return target.alter("ALTER COLUMN " + name() + " " + action);
    }

    private void fill(StepList steps) {
      String set = name() + " = DEFAULT";
      String where = name() + " IS NULL";
      Batches.update(target.table(), target.outline(), set, where)
          .ifPresentOrElse(
              block -> steps.batches("The rows that are there get theirs, a few at a time", block),
              () ->
                  steps.own(
                      "The rows that are there get theirs; no key is known to do it a few at a"
                          + " time",
                      "UPDATE " + target.table() + " SET " + set + " WHERE " + where));
    }

    /** A primary key sees to that itself. */
    private void notNull(StepList steps) {
      if (column.notNull() && !isPrimary()) {
        NotNullSteps.append(steps, target, column.name());
      }
    }

    private boolean isPrimary() {
      return column.constraints().stream().anyMatch(each -> each.kind() == Kind.PRIMARY_KEY);
    }

    private void serial(StepList steps, String type) {
      RelationName sequence = target.beside(target.name(column.name(), "seq"));
      steps
          .own(
              "The column comes without values, which takes a moment",
              add(unbound().withoutNotNull().typed(type)))
          .same(
              "New rows get their number from now on",
              "CREATE SEQUENCE "
                  + sequence
                  + " AS "
                  + type
                  + " OWNED BY "
                  + target.table()
                  + "."
                  + name(),
              alterColumn("SET DEFAULT nextval(" + literal(sequence) + ")"));
      fill(steps);
      if (!isPrimary()) {
        NotNullSteps.append(steps, target, column.name());
      }
    }

    /** The numbers come from a sequence that goes when the identity's own takes over. */
    private boolean identity(StepList steps) {
      ColumnText text = unbound();
      String options = text.identityOptions().orElse("sequence name");
      if (Words.of(options).find("sequence", "name") >= 0) {
        return false;
      }
      RelationName filler = target.beside(target.name(column.name(), "fill"));
      RelationName own = target.beside(target.name(column.name(), "seq"));
      steps
          .own(
              "The column comes without values, which takes a moment",
              add(text.withoutIdentity().withoutNotNull()))
          .same(
              "New rows get their number from now on",
              ("CREATE SEQUENCE " + filler + " AS " + column.type().name() + " " + options).strip(),
              alterColumn("SET DEFAULT nextval(" + literal(filler) + ")"));
      fill(steps);
      NotNullSteps.append(steps, target, column.name());
      steps.own(
          "The identity goes on where the numbers have come to",
          alterColumn("DROP DEFAULT"),
          alterColumn("ADD " + text.identityClause()),
          "SELECT pg_catalog.setval("
              + literal(own)
              + ", pg_catalog.nextval("
              + literal(filler)
              + "), false)",
          "DROP SEQUENCE " + filler);
      return true;
    }

    private static String literal(RelationName name) {
      return "'" + name.toString().replace("'", "''") + "'";
    }

    private boolean bind(StepList steps, ConstraintDefinition constraint) {
      switch (constraint.kind()) {
        case CHECK -> CheckSteps.append(steps, target, constraint);
        case FOREIGN_KEY -> ForeignKeySteps.append(steps, target, constraint);
        case UNIQUE, PRIMARY_KEY -> {
          return KeySteps.append(steps, target, constraint);
        }
        case NOT_NULL, EXCLUDE -> {
          // A named NOT NULL stays with the column; a column has no exclusion.
        }
      }
      return true;
    }
  }
}
