package io.liftlock.sqlite.render;

import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.sqlite.sql.Folded;
import io.liftlock.sqlite.sql.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a table anew and carries its rows over, in the order of SQLite's manual
 * (lang_altertable.html, section 7): a new table, the rows, the old one dropped, the new one
 * renamed. The other order, renaming the old table first, would turn the references of other tables
 * to the old one.
 */
final class Rebuild {

  private static final List<String> ROWIDS = List.of("rowid", "_rowid_", "oid");

  private final SchemaDiff diff;
  private final ObjectId table;
  private final String newName;

  Rebuild(SchemaDiff diff, ObjectId table) {
    this.diff = diff;
    this.table = table;
    this.newName = fresh("liftlock_new_" + table.name());
  }

  private String fresh(String wanted) {
    String name = wanted;
    while (isTaken(diff.from(), name) || isTaken(diff.to(), name)) {
      name += "_";
    }
    return name;
  }

  private static boolean isTaken(Schema schema, String name) {
    return schema.objects().keySet().stream()
        .anyMatch(id -> !id.path().isEmpty() && Folded.same(id.name(), name));
  }

  /** The statements, from the new table to its final name. */
  List<String> statements(Guard guard) {
    List<String> statements = new ArrayList<>();
    statements.add(new TableSql(diff.to(), table).create(newName));
    rows().ifPresent(statements::add);
    statements.addAll(sequence());
    statements.add(guard.rows(table, newName));
    statements.add("DROP TABLE " + Quoted.name(table.name()));
    statements.add(
        "ALTER TABLE " + Quoted.name(newName) + " RENAME TO " + Quoted.name(table.name()));
    return statements;
  }

  /** Carries every row over, by the names of the columns that both have. */
  private Optional<String> rows() {
    Map<String, String> before = new HashMap<>();
    for (SchemaObject column : diff.from().parts(table, ObjectKind.COLUMN)) {
      before.put(Folded.name(column.id().name()), column.id().name());
    }
    List<String> into = new ArrayList<>();
    List<String> select = new ArrayList<>();
    rowid()
        .ifPresent(
            name -> {
              into.add(name);
              select.add(name);
            });
    for (SchemaObject column : diff.to().parts(table, ObjectKind.COLUMN)) {
      String source = before.get(Folded.name(column.id().name()));
      if (source != null && column.text(Property.GENERATED).isEmpty()) {
        into.add(Quoted.name(column.id().name()));
        select.add(Quoted.name(source));
      }
    }
    if (into.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "INSERT INTO "
            + Quoted.name(newName)
            + " ("
            + String.join(", ", into)
            + ")\nSELECT "
            + String.join(", ", select)
            + "\nFROM "
            + Quoted.name(table.name()));
  }

  /**
   * The name by which the rowid can be carried over, where the table has one that no column stands
   * for: somebody may have kept it.
   */
  private Optional<String> rowid() {
    if (hasNoRowid(diff.from()) || hasNoRowid(diff.to())) {
      return Optional.empty();
    }
    Set<String> names =
        Stream.of(diff.from(), diff.to())
            .flatMap(schema -> schema.parts(table, ObjectKind.COLUMN).stream())
            .map(column -> Folded.name(column.id().name()))
            .collect(Collectors.toSet());
    return ROWIDS.stream().filter(name -> !names.contains(name)).findFirst();
  }

  /** Whether there is none, or a column stands for it. */
  private boolean hasNoRowid(Schema schema) {
    if (schema.find(table).filter(found -> found.is(Property.WITHOUT_ROWID)).isPresent()) {
      return true;
    }
    for (SchemaObject constraint : schema.parts(table, ObjectKind.CONSTRAINT)) {
      Constraint key = new Constraint(constraint);
      if (key.type().equals(Constraint.PRIMARY_KEY)
          && key.columns().size() == 1
          && !key.definition().startsWith("PRIMARY KEY DESC")) {
        return schema
            .find(table.part(ObjectKind.COLUMN, key.columns().get(0)))
            .flatMap(column -> column.text(Property.TYPE))
            .filter("INTEGER"::equals)
            .isPresent();
      }
    }
    return false;
  }

  /** The highest number that AUTOINCREMENT ever gave, which is no more than that of the rows. */
  private List<String> sequence() {
    if (!counts(diff.from()) || !counts(diff.to())) {
      return List.of();
    }
    String name = Quoted.literal(newName);
    return List.of(
        "DELETE FROM sqlite_sequence WHERE name = " + name,
        "INSERT INTO sqlite_sequence (name, seq)\nSELECT "
            + name
            + ", seq FROM sqlite_sequence WHERE name = "
            + Quoted.literal(table.name()));
  }

  private boolean counts(Schema schema) {
    return schema.find(table).filter(found -> found.is(Property.AUTOINCREMENT)).isPresent();
  }
}
