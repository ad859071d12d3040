package io.liftlock.engine.proof;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaObject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which tables a migration made, and which it changed in a way that rows feel.
 *
 * @param made tables that were not there or had no place for rows
 * @param changed tables with other columns, constraints or types
 */
record TouchedTables(Set<ObjectId> made, Set<ObjectId> changed) {

  static TouchedTables between(Schema before, Schema after) {
    Set<ObjectId> made = new LinkedHashSet<>();
    Set<ObjectId> changed = new LinkedHashSet<>();
    Set<ObjectId> types = new LinkedHashSet<>();
    for (Change change : SchemaDiff.between(before, after).changes()) {
      ObjectId id = change.object();
      Optional<SchemaObject> now = after.find(id);
      switch (id.kind()) {
        case TABLE -> now.ifPresent(table -> table(before, after, table, made));
        case COLUMN, CONSTRAINT ->
            now.flatMap(part -> after.whole(part.id()))
                .filter(whole -> whole.kind() == ObjectKind.TABLE)
                .ifPresent(table -> changed.add(table.id()));
        case ENUM, DOMAIN, COMPOSITE_TYPE -> types.add(id);
        default -> {
          // Rows do not feel it.
        }
      }
    }
    if (!types.isEmpty()) {
      for (SchemaObject column : after.of(ObjectKind.COLUMN)) {
        if (column.uses().stream().anyMatch(types::contains)) {
          after
              .whole(column.id())
              .filter(whole -> whole.kind() == ObjectKind.TABLE)
              .ifPresent(table -> changed.add(table.id()));
        }
      }
    }
    changed.removeAll(made);
    return new TouchedTables(made, changed);
  }

  private static void table(Schema before, Schema after, SchemaObject table, Set<ObjectId> made) {
    if (before.has(table.id())) {
      return;
    }
    made.add(table.id());
    // A partitioned table finds a place for rows with its first partition.
    Optional<SchemaObject> at = parent(after, table);
    while (at.isPresent()) {
      SchemaObject parent = at.get();
      boolean had =
          before.of(ObjectKind.TABLE).stream()
              .anyMatch(
                  other ->
                      other
                          .text(Property.PARTITION_OF)
                          .filter(parent.id().qualified()::equals)
                          .isPresent());
      if (!had) {
        made.add(parent.id());
      }
      at = parent(after, parent);
    }
  }

  private static Optional<SchemaObject> parent(Schema schema, SchemaObject table) {
    return table
        .text(Property.PARTITION_OF)
        .flatMap(
            name -> schema.find(new ObjectId(ObjectKind.TABLE, TypeName.parse(name).path(), "")));
  }
}
