package io.liftlock.postgres.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts a new type in the place of an old one that no ALTER makes of it: the old one steps aside,
 * columns move over by the text of their values, the old one goes. What stands on the type beside
 * columns has to be dropped before and put back behind.
 */
final class TypeSwap {

  private static final int LONGEST_NAME = 63;
  private static final String ASIDE = "_old";

  private TypeSwap() {}

  /**
   * The statements.
   *
   * @param create what makes the new type under its name
   */
  static List<String> statements(Change.Alter change, List<String> create, Passage passage) {
    ObjectId id = change.to().id();
    String aside = aside(id, passage);
    String keyword = Address.keyword(id.kind());
    List<String> sql = new ArrayList<>();
    sql.add("ALTER " + Address.of(id) + " RENAME TO " + Quoted.name(aside));
    sql.addAll(create);
    for (SchemaObject column : columns(id, passage)) {
      sql.add(move(passage.from().find(column.id()).orElse(column), column, passage));
    }
    sql.add("DROP " + keyword + " " + Quoted.name(List.of(id.path().get(0), aside)));
    return sql;
  }

  /**
   * The same for a type that cannot step aside: the columns hold text while there is none.
   *
   * @param create what makes the new type
   */
  static List<String> throughText(Change.Alter change, List<String> create, Passage passage) {
    ObjectId id = change.to().id();
    List<String> sql = new ArrayList<>();
    List<SchemaObject> columns = columns(id, passage);
    for (SchemaObject column : columns) {
      sql.add(park(passage.from().find(column.id()).orElse(column), passage));
    }
    sql.add("DROP " + Address.of(id));
    sql.addAll(create);
    for (SchemaObject column : columns) {
      sql.add(unpark(column, passage));
    }
    return sql;
  }

  /** The column holds text for a while. */
  static String park(SchemaObject column, Passage passage) {
    return move(
        column,
        column.toBuilder()
            .set(Property.TYPE, asText(column))
            .set(Property.DEFAULT, (String) null)
            .build(),
        passage);
  }

  /** The column that held text gets its type and default. */
  static String unpark(SchemaObject column, Passage passage) {
    return move(column.toBuilder().set(Property.DEFAULT, (String) null).build(), column, passage);
  }

  private static String aside(ObjectId id, Passage passage) {
    String schema = id.path().get(0);
    String name = id.name();
    while (name.getBytes(StandardCharsets.UTF_8).length + ASIDE.length() > LONGEST_NAME) {
      name = name.substring(0, name.length() - 1);
    }
    String aside = name + ASIDE;
    while (isTaken(schema, aside, passage)) {
      aside = "_" + aside.substring(0, Math.min(aside.length(), LONGEST_NAME - 1));
    }
    return aside;
  }

  private static boolean isTaken(String schema, String name, Passage passage) {
    return Stream.of(
            ObjectKind.ENUM,
            ObjectKind.DOMAIN,
            ObjectKind.COMPOSITE_TYPE,
            ObjectKind.RANGE_TYPE,
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.FOREIGN_TABLE)
        .map(kind -> ObjectId.of(kind, schema, name))
        .anyMatch(id -> passage.from().has(id) || passage.to().has(id));
  }

  /** The columns that have the type before and behind, and are not moved with a parent's. */
  static List<SchemaObject> columns(ObjectId type, Passage passage) {
    return passage.to().of(ObjectKind.COLUMN).stream()
        .filter(column -> column.uses().contains(type))
        .filter(column -> moves(column, type, passage))
        .toList();
  }

  /** What a change of a type does to the columns that move over to the new one. */
  static List<Change.Alter> moves(Change.Alter change, Passage passage) {
    if (!Writers.of(change.to().kind()).remakes(change, passage)) {
      return List.of();
    }
    return columns(change.object(), passage).stream()
        .flatMap(column -> passage.from().find(column.id()).stream())
        .map(
            column ->
                new Change.Alter(
                    column, column.toBuilder().set(Property.TYPE, asText(column)).build()))
        .toList();
  }

  private static boolean moves(SchemaObject column, ObjectId type, Passage passage) {
    Optional<SchemaObject> before = passage.from().find(column.id());
    return before.isPresent()
        && isOf(before.get(), type)
        && before.get().list(Property.TYPE).equals(column.list(Property.TYPE))
        && hasRows(column.id(), passage)
        && column.text(Property.GENERATED).isEmpty()
        && !column.is(Property.INHERITED);
  }

  /** Whether a column is of that type or of arrays of it; its default may be, too. */
  static boolean isOf(SchemaObject column, ObjectId type) {
    return column
        .text(Property.TYPE)
        .map(name -> name.replace("[]", ""))
        .filter(name -> ObjectId.names(name).equals(type.path()))
        .isPresent();
  }

  private static boolean hasRows(ObjectId column, Passage passage) {
    return passage
        .whole(column)
        .filter(
            whole -> whole.kind() == ObjectKind.TABLE || whole.kind() == ObjectKind.FOREIGN_TABLE)
        .isPresent();
  }

  private static String move(SchemaObject from, SchemaObject to, Passage passage) {
    String name = Quoted.name(to.id().name());
    String type = to.text(Property.TYPE).orElseThrow();
    String text = asText(to);
    StringBuilder sql = new StringBuilder(TableWriter.alter(to.id(), false, passage));
    if (from.text(Property.DEFAULT).isPresent()) {
      sql.append(" ALTER COLUMN ").append(name).append(" DROP DEFAULT,");
    }
    sql.append(" ALTER COLUMN ").append(name).append(" TYPE ").append(type);
    sql.append(" USING ").append(name).append("::").append(text);
    if (!type.equals(text)) {
      sql.append("::").append(type);
    }
    to.text(Property.DEFAULT)
        .ifPresent(
            d -> sql.append(", ALTER COLUMN ").append(name).append(" SET DEFAULT ").append(d));
    return sql.toString();
  }

  private static String asText(SchemaObject column) {
    return column.text(Property.TYPE).orElseThrow().endsWith("[]") ? "text[]" : "text";
  }

  /** Whether a dependent of the type cannot stay while it is swapped. */
  static boolean displaces(ObjectId type, SchemaObject dependent, Passage passage) {
    if (dependent.kind() != ObjectKind.COLUMN) {
      return true;
    }
    // An inherited column moves with that of its parent.
    return !dependent.is(Property.INHERITED)
        && passage
            .to()
            .find(dependent.id())
            .filter(column -> moves(column, type, passage))
            .isEmpty();
  }
}
