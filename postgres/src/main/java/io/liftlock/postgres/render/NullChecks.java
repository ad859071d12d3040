package io.liftlock.postgres.render;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import io.liftlock.postgres.sql.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks that a column is not null. They can be validated while others write; SET NOT NULL finds
 * the validated check and does not look at the rows again.
 */
final class NullChecks {

  private static final int LONGEST_NAME = 63;
  private static final String ENDING = "_not_null";

  private NullChecks() {}

  /** A free name that tells what the check is for. */
  static String name(ObjectId column, Schema schema) {
    List<String> container = column.container();
    String name = container.get(container.size() - 1) + "_" + column.name();
    while (name.getBytes(StandardCharsets.UTF_8).length + ENDING.length() > LONGEST_NAME) {
      name = name.substring(0, name.length() - 1);
    }
    String free = name + ENDING;
    for (int i = 2; isTaken(column, free, schema); i++) {
      free =
          name.substring(0, Math.min(name.length(), LONGEST_NAME - ENDING.length() - 2))
              + i
              + ENDING;
    }
    return free;
  }

  private static boolean isTaken(ObjectId column, String name, Schema schema) {
    List<String> path = new ArrayList<>(column.container());
    path.add(name);
    return schema.has(new ObjectId(ObjectKind.CONSTRAINT, path, ""));
  }

  /** The check on a table, not yet valid, and what its children inherit of it. */
  static List<SchemaObject> with(
      SchemaObject table, String column, String name, Schema from, Schema to) {
    List<SchemaObject> checks = new ArrayList<>();
    add(table, column, name, false, from, to, checks);
    return checks;
  }

  private static void add(
      SchemaObject table,
      String column,
      String name,
      boolean inherited,
      Schema from,
      Schema to,
      List<SchemaObject> checks) {
    checks.add(
        SchemaObject.builder(table.id().part(ObjectKind.CONSTRAINT, name))
            .set(Property.CONSTRAINT_TYPE, Constraint.CHECK)
            .set(Property.COLUMNS, List.of(column))
            .set(Property.DEFINITION, definition(column))
            .flag(Property.NOT_VALID, from.has(table.id()))
            .flag(Property.INHERITED, inherited)
            .uses(table.id().part(ObjectKind.COLUMN, column))
            .build());
    for (SchemaObject child : to.of(ObjectKind.TABLE)) {
      if (Parts.parents(child, to).contains(table)) {
        add(child, column, name, true, from, to, checks);
      }
    }
  }

  private static String definition(String column) {
    return "CHECK ((" + Quoted.name(column) + " IS NOT NULL))";
  }

  /** The check on a column that goes when the column itself refuses NULL. */
  static Optional<SchemaObject> replaced(SchemaObject column, Passage passage) {
    return passage.from().whole(column.id()).stream()
        .flatMap(table -> passage.from().parts(table.id(), ObjectKind.CONSTRAINT).stream())
        .filter(check -> !passage.to().has(check.id()))
        .filter(check -> check.list(Property.DEFINITION).contains(definition(column.id().name())))
        .findFirst();
  }
}
