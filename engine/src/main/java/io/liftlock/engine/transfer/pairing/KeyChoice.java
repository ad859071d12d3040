package io.liftlock.engine.transfer.pairing;

import io.liftlock.core.schema.Affinity;
import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.Table;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.engine.transfer.form.PostgresType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the columns that a table is cut into chunks by: unique, never null, copied, and in the
 * same order on both sides, since a range of them is deleted in the target by what it means there.
 */
final class KeyChoice {

  private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint", "numeric");
  private static final Set<String> TEXT = Set.of("text", "character varying");

  private final Schema source;
  private final Schema target;

  KeyChoice(Schema source, Schema target) {
    this.source = source;
    this.target = target;
  }

  /** The columns, by the source's names; empty where no key will do. */
  List<String> choose(Table table, List<ColumnPair> pairs) {
    Set<String> ordered =
        pairs.stream().filter(this::ordered).map(ColumnPair::source).collect(Collectors.toSet());
    Stream<Constraint> unique =
        table.constraints().stream().filter(c -> c.type().equals(Constraint.UNIQUE));
    return Stream.concat(table.primaryKey().stream(), unique)
        .filter(key -> !key.columns().isEmpty())
        .filter(key -> key.columns().stream().allMatch(name -> neverNull(table, key, name)))
        .filter(key -> ordered.containsAll(key.columns()))
        .map(Constraint::columns)
        .findFirst()
        .orElse(List.of());
  }

  private boolean neverNull(Table table, Constraint key, String name) {
    Optional<Column> column = table.column(name);
    if (column.isEmpty()) {
      return false;
    }
    boolean primary = key.type().equals(Constraint.PRIMARY_KEY);
    if (!column.get().nullable() || (primary && source.dialect() == Dialect.POSTGRES)) {
      return true;
    }
    // SQLite lets NULL into a primary key, but for a rowid and WITHOUT ROWID ("CREATE TABLE", 3.5).
    boolean rowId = key.columns().size() == 1 && column.get().type().equalsIgnoreCase("INTEGER");
    return primary && (rowId || table.object().is(Property.WITHOUT_ROWID));
  }

  /** Whether both sides put its values in the same order. */
  private boolean ordered(ColumnPair pair) {
    if (pair.form() == FieldForm.NATIVE) {
      return orderedInPostgres(pair);
    }
    if (pair.form() == FieldForm.ANY) {
      return true;
    }
    boolean fromPostgres = source.dialect() == Dialect.POSTGRES;
    PostgresType postgres =
        PostgresType.stored(
            fromPostgres ? pair.sourceType() : pair.targetType(), fromPostgres ? source : target);
    Affinity sqlite = Affinity.of(fromPostgres ? pair.targetType() : pair.sourceType());
    if (postgres.array()) {
      return false;
    }
    return switch (pair.form()) {
      case INTEGER -> WHOLE.contains(postgres.name()) && sqlite != Affinity.TEXT;
      case TEXT ->
          (TEXT.contains(postgres.name()) || postgres.name().equals("uuid"))
              && sqlite == Affinity.TEXT;
      case BYTES -> sqlite == Affinity.BLOB;
      case REAL, ANY, NATIVE -> false;
    };
  }

  private boolean orderedInPostgres(ColumnPair pair) {
    PostgresType from = PostgresType.stored(pair.sourceType(), source);
    PostgresType to = PostgresType.stored(pair.targetType(), target);
    if (from.array() || to.array()) {
      return false;
    }
    if (from.object(source, ObjectKind.ENUM).isPresent()) {
      // Enums are in the order of their labels, which may be another one on each side.
      return from.object(source, ObjectKind.ENUM)
          .map(object -> object.list(Property.VALUES))
          .equals(to.object(target, ObjectKind.ENUM).map(object -> object.list(Property.VALUES)));
    }
    // A name with a dot is no type of the system's, and an extension may order it as it likes.
    boolean own = from.name().indexOf('.') < 0;
    return (own && from.name().equals(to.name()))
        || (WHOLE.contains(from.name()) && WHOLE.contains(to.name()))
        || (TEXT.contains(from.name()) && TEXT.contains(to.name()));
  }
}
