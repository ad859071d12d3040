package io.liftlock.postgres.render;

import io.liftlock.core.schema.SchemaObject;
import java.util.List;

/** Writes what objects of every kind have: owner, comment and grants. */
final class Attributes {

  private Attributes() {}

  /** For an object that was just made by the role that runs the script. */
  static List<String> ofNew(SchemaObject object, Passage passage) {
    return List.of();
  }

  /** For an object that is there and stays. */
  static List<String> change(SchemaObject from, SchemaObject to, Passage passage) {
    return List.of();
  }
}
