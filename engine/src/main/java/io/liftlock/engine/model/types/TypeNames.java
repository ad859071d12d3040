package io.liftlock.engine.model.types;

import io.liftlock.core.schema.ObjectId;
import java.util.Map;
import java.util.TreeSet;

/** Names of types in languages that have one space for them. */
final class TypeNames {

  private TypeNames() {}

  /**
   * Gives every type its name: {@code OrderItems}, and {@code AppOrderItems} in another schema than
   * {@code public}, so that a name does not change when another schema gets the same.
   *
   * @param names takes the names
   */
  static void give(Shapes shapes, NameBook book, Map<ObjectId, String> names) {
    TreeSet<ObjectId> ids = new TreeSet<>();
    shapes.relations().forEach(relation -> ids.add(relation.id()));
    shapes.enums().forEach(type -> ids.add(type.id()));
    shapes.composites().forEach(type -> ids.add(type.id()));
    for (ObjectId id : ids) {
      String schema = Shapes.schemaOf(id);
      String prefix = schema.isEmpty() || schema.equals("public") ? "" : schema + "_";
      names.put(id, book.give(NameBook.pascal(prefix + id.name()), "Unnamed"));
    }
  }
}
