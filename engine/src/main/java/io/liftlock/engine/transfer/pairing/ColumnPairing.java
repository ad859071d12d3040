package io.liftlock.engine.transfer.pairing;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.Table;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.engine.transfer.form.PostgresForms;
import io.liftlock.engine.transfer.form.PostgresType;
import io.liftlock.engine.transfer.form.SqliteForms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pairs the columns of two tables, and says how their rows travel. */
final class ColumnPairing {

  private final Schema source;
  private final Schema target;
  private final MappedNames names;
  private final Problems problems;
  private final List<CopyPlan.Omission> omissions;
  private final TypeFit types;
  private final boolean tuples;

  /**
   * @param problems takes what does not fit
   * @param omissions takes what is left out
   */
  ColumnPairing(
      Schema source,
      Schema target,
      MappedNames names,
      Problems problems,
      List<CopyPlan.Omission> omissions) {
    this.source = source;
    this.target = target;
    this.names = names;
    this.problems = problems;
    this.omissions = omissions;
    this.types = new TypeFit(source, target);
    this.tuples = source.dialect() == Dialect.SQLITE || target.dialect() == Dialect.SQLITE;
  }

  /** The pair of these tables. */
  TablePair pair(Table from, Table to) {
    List<ColumnPair> pairs = new ArrayList<>();
    List<ColumnPair> computed = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Column column : from.columns()) {
      target(from, column, to)
          .ifPresent(
              into -> {
                if (!taken.add(into.name())) {
                  doesNotFit(
                      "two columns of " + from.id() + " would go into " + into.object().id(),
                      "map each to a column of its own with `--map`");
                }
                if (into.generated()) {
                  computed.add(columnPair(column, into));
                } else {
                  pairs.add(pair(column, into));
                }
              });
    }
    to.columns().stream()
        .filter(column -> !taken.contains(column.name()))
        .filter(column -> !fillsItself(to, column))
        .forEach(
            column ->
                doesNotFit(
                    column.object().id()
                        + " is not in the source, takes no NULL and has no default",
                    "give it a default, or map a column to it with `--map`"));
    return new TablePair(
        from.id(),
        to.id(),
        pairs,
        computed,
        new KeyChoice(source, target).choose(from, pairs),
        format(pairs));
  }

  private Optional<Column> target(Table from, Column column, Table to) {
    ObjectId id = from.id().part(ObjectKind.COLUMN, column.name());
    if (names.isDropped(id)) {
      omissions.add(new CopyPlan.Omission(id, "it was asked to be dropped"));
      return Optional.empty();
    }
    Optional<ObjectId> mapped = names.targetColumn(id);
    if (mapped.isPresent() && !mapped.get().isPartOf(to.id())) {
      problems.add(
          Problem.error(
                  ErrorCode.COPY_MAPPING_INVALID,
                  id + " is mapped to a column of another table than " + to.id())
              .action("map the table, too: `--map table=table`"));
      return Optional.empty();
    }
    boolean exactly = source.dialect() == Dialect.POSTGRES && target.dialect() == Dialect.POSTGRES;
    Optional<Column> into =
        mapped
            .map(ObjectId::name)
            .or(
                () ->
                    Neighbours.column(
                        column.name(), to.columns().stream().map(Column::name).toList(), exactly))
            .flatMap(to::column);
    if (into.isEmpty()) {
      if (!column.generated()) {
        doesNotFit(
            id + " has no place in the target",
            "if it has another name there: `--map table.column=table.column`; if it is gone:"
                + " `--drop table.column`");
      }
      return Optional.empty();
    }
    if (into.get().generated()) {
      omissions.add(new CopyPlan.Omission(id, "the target computes it"));
    }
    return into;
  }

  private ColumnPair pair(Column from, Column into) {
    objection(from, into)
        .ifPresent(
            why ->
                doesNotFit(
                    from.object().id()
                        + " is "
                        + shown(from)
                        + " and its place in the target is "
                        + shown(into)
                        + ": "
                        + why,
                    "copy into a schema that still has the source's type and let a migration"
                        + " convert it afterwards, or leave it behind with `--drop`"));
    return columnPair(from, into);
  }

  private ColumnPair columnPair(Column from, Column into) {
    return new ColumnPair(from.name(), into.name(), from.type(), into.type(), form(from, into));
  }

  private static String shown(Column column) {
    return column.type().isEmpty() ? "without a type" : column.type();
  }

  private Optional<String> objection(Column from, Column into) {
    if (!tuples) {
      return types.objection(from.type(), into.type());
    }
    if (target.dialect() == Dialect.POSTGRES) {
      // Which values a column of SQLite holds, its type does not tell: each is looked at.
      return Optional.empty();
    }
    boolean kept =
        source.dialect() == Dialect.SQLITE
            ? SqliteForms.keepsAll(into.type(), from.type())
            : SqliteForms.keeps(
                into.type(), form(from, into), PostgresType.stored(from.type(), source));
    return kept ? Optional.empty() : Optional.of("SQLite would change some of its values");
  }

  private FieldForm form(Column from, Column into) {
    if (!tuples) {
      return FieldForm.NATIVE;
    }
    if (source.dialect() == target.dialect()) {
      return FieldForm.ANY;
    }
    return source.dialect() == Dialect.POSTGRES
        ? PostgresForms.of(from.type(), source)
        : PostgresForms.of(into.type(), target);
  }

  private RowFormat format(List<ColumnPair> pairs) {
    if (tuples) {
      return RowFormat.TUPLES;
    }
    boolean binary =
        pairs.stream()
            .allMatch(
                pair -> BinarySafety.isSafe(pair.sourceType(), source, pair.targetType(), target));
    return binary ? RowFormat.BINARY : RowFormat.TEXT;
  }

  /** Whether a row that says nothing of a column gets a value there, or needs none. */
  private boolean fillsItself(Table table, Column column) {
    boolean rowId =
        target.dialect() == Dialect.SQLITE
            && column.type().equalsIgnoreCase("INTEGER")
            && table
                .primaryKey()
                .map(Constraint::columns)
                .equals(Optional.of(List.of(column.name())));
    boolean primary =
        target.dialect() == Dialect.POSTGRES
            && table.primaryKey().filter(key -> key.columns().contains(column.name())).isPresent();
    return rowId
        || (column.nullable() && !primary)
        || column.defaultValue().isPresent()
        || column.generated()
        || column.object().text(Property.IDENTITY).isPresent();
  }

  private void doesNotFit(String message, String action) {
    problems.add(Problem.error(ErrorCode.COPY_DOES_NOT_FIT, message).action(action));
  }
}
