package io.liftlock.sqlite.render;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.sqlite.sql.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a script fail that would lose rows, in plain SQL: counts are kept in a temporary table
 * whose checks fail when they do not come out as before. So the script is also safe where nobody
 * but sqlite3 runs it.
 */
final class Guard {

  private static final String TABLE = "temp.liftlock_guard";

  private final Schema from;
  private final Schema to;
  private final Set<ObjectId> rebuilt;

  Guard(Schema from, Schema to, Set<ObjectId> rebuilt) {
    this.from = from;
    this.to = to;
    this.rebuilt = rebuilt;
  }

  /** Counts before anything is changed. */
  List<String> begin() {
    List<String> statements = new ArrayList<>();
    statements.add(
        """
        CREATE TEMP TABLE liftlock_guard (
          name TEXT PRIMARY KEY,
          rows_before INTEGER,
          rows_after INTEGER,
          orphans_before INTEGER,
          orphans_after INTEGER,
          CONSTRAINT "every row is carried over" CHECK (rows_after = rows_before),
          CONSTRAINT "no row loses its parent" CHECK (orphans_after <= orphans_before)
        )\
        """);
    Set<ObjectId> all = new TreeSet<>(rebuilt);
    all.addAll(checked());
    for (ObjectId table : all) {
      statements.add(
          "INSERT INTO "
              + TABLE
              + " (name, rows_before, orphans_before)\nVALUES ("
              + Quoted.literal(table.name())
              + ", "
              + (rebuilt.contains(table) ? rows(table.name()) : "NULL")
              + ", "
              + (checked().contains(table) ? orphans(table) : "NULL")
              + ")");
    }
    return statements;
  }

  /** Fails unless all rows of a table are in the new one. */
  String rows(ObjectId table, String newName) {
    return set("rows_after", rows(newName), table);
  }

  /** Fails if a row has lost the row that it refers to. */
  List<String> end() {
    List<String> statements = new ArrayList<>();
    for (ObjectId table : checked()) {
      statements.add(set("orphans_after", orphans(table), table));
    }
    statements.add("DROP TABLE " + TABLE);
    return statements;
  }

  private static String set(String column, String value, ObjectId table) {
    return "UPDATE "
        + TABLE
        + " SET "
        + column
        + " = "
        + value
        + " WHERE name = "
        + Quoted.literal(table.name());
  }

  private static String rows(String table) {
    return "(SELECT count(*) FROM " + Quoted.name(table) + ")";
  }

  private static String orphans(ObjectId table) {
    return "(SELECT count(*) FROM pragma_foreign_key_check(" + Quoted.literal(table.name()) + "))";
  }

  /** The tables that refer to a rebuilt one, or are it, where SQLite can look through them. */
  private Set<ObjectId> checked() {
    Set<ObjectId> tables = new TreeSet<>();
    Set<String> names = new HashSet<>();
    rebuilt.forEach(table -> names.add(table.qualified()));
    for (SchemaObject table : to.of(ObjectKind.TABLE)) {
      List<SchemaObject> keys = foreignKeys(to, table.id());
      boolean concerned =
          rebuilt.contains(table.id())
              || keys.stream()
                  .anyMatch(key -> names.contains(key.text(Property.REFERENCES).orElse("")));
      if (concerned
          && !keys.isEmpty()
          && from.has(table.id())
          && foreignKeys(from, table.id()).stream().allMatch(key -> isSound(from, key))
          && keys.stream().allMatch(key -> isSound(to, key))) {
        tables.add(table.id());
      }
    }
    return tables;
  }

  private static List<SchemaObject> foreignKeys(Schema schema, ObjectId table) {
    return schema.parts(table, ObjectKind.CONSTRAINT).stream()
        .filter(
            constraint ->
                constraint
                    .text(Property.CONSTRAINT_TYPE)
                    .filter(Constraint.FOREIGN_KEY::equals)
                    .isPresent())
        .toList();
  }

  /** Whether the columns that a key refers to are unique; SQLite cannot check it otherwise. */
  private static boolean isSound(Schema schema, SchemaObject key) {
    String parent = key.text(Property.REFERENCES).orElse("");
    Set<String> columns = new HashSet<>(key.list(Property.REFERENCED_COLUMNS));
    return schema.of(ObjectKind.TABLE).stream()
        .filter(table -> table.id().qualified().equals(parent))
        .flatMap(table -> schema.parts(table.id()).stream())
        .filter(Guard::isPlainKey)
        .anyMatch(unique -> new HashSet<>(unique.list(Property.COLUMNS)).equals(columns));
  }

  private static boolean isPlainKey(SchemaObject part) {
    String type = part.text(Property.CONSTRAINT_TYPE).orElse("");
    boolean key =
        type.equals(Constraint.PRIMARY_KEY)
            || type.equals(Constraint.UNIQUE)
            || (part.is(Property.UNIQUE) && part.text(Property.PREDICATE).isEmpty());
    return key && !part.text(Property.DEFINITION).orElse("").contains("COLLATE");
  }
}
