package io.liftlock.engine.safety.rules.sqlite;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Collection;
import java.util.Optional;

/** DROP COLUMN of a column that a key, an index, a check or a view needs. */
public final class DropColumnSqliteRefuses implements Rule {

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
        Alteration.DropColumn.class,
        (alter, drop) ->
            moment
                .outline()
                .table(alter.name())
                .flatMap(table -> need(moment, table, drop.column()))
                .ifPresent(
                    need ->
                        findings.add(
                            drop.at(),
                            moment.shown(alter.name(), drop.column())
                                + " cannot be dropped: "
                                + need,
                            "The migration fails here; drop what needs the column first, or make"
                                + " the table anew without it")));
  }

  private static Optional<String> need(Moment moment, TableOutline table, String column) {
    for (ConstraintOutline constraint : table.constraints()) {
      boolean over = contains(constraint.columns(), column);
      boolean own = constraint.columns().size() == 1;
      switch (constraint.kind()) {
        case PRIMARY_KEY -> {
          if (over) {
            return Optional.of("it is of the primary key");
          }
        }
        case UNIQUE -> {
          if (over) {
            return Optional.of("it is UNIQUE");
          }
        }
        case FOREIGN_KEY -> {
          if (over && !own) {
            return Optional.of("it is of a foreign key over several columns");
          }
        }
        default -> {
          boolean checks =
              constraint.check().filter(check -> contains(check.columns(), column)).isPresent();
          boolean alone = constraint.check().filter(c -> c.columns().size() == 1).isPresent();
          if (constraint.kind() == Kind.CHECK && checks && !alone) {
            return Optional.of("a CHECK names it");
          }
        }
      }
    }
    return index(table, column)
        .map(index -> "the index " + RelationName.quoted(index.name().name()) + " needs it")
        .or(() -> generated(table, column))
        .or(() -> view(moment, table, column));
  }

  private static Optional<IndexOutline> index(TableOutline table, String column) {
    return table.indexes().stream()
        .filter(index -> index.constraint().isEmpty())
        .filter(
            index ->
                index.parts().stream()
                        .anyMatch(
                            part ->
                                part.column().filter(column::equalsIgnoreCase).isPresent()
                                    || part.expression()
                                        .filter(e -> contains(e.columns(), column))
                                        .isPresent())
                    || index.where().filter(where -> contains(where.columns(), column)).isPresent())
        .findFirst();
  }

  private static Optional<String> generated(TableOutline table, String column) {
    return table.columns().stream()
        .filter(
            other ->
                other
                    .generated()
                    .filter(made -> contains(made.expression().columns(), column))
                    .isPresent())
        .map(other -> "the generated column " + RelationName.quoted(other.name()) + " needs it")
        .findFirst();
  }

  private static Optional<String> view(Moment moment, TableOutline table, String column) {
    return moment.outline().views(table.name()).stream()
        .filter(
            view ->
                view.usedColumns().stream()
                    .anyMatch(
                        used ->
                            used.column().equalsIgnoreCase(column)
                                && used.relation().map(table.name()::equals).orElse(true)))
        .map(view -> "the view " + moment.shown(view.name()) + " shows or filters by it")
        .findFirst();
  }

  private static boolean contains(Collection<String> names, String column) {
    return names.stream().anyMatch(column::equalsIgnoreCase);
  }
}
