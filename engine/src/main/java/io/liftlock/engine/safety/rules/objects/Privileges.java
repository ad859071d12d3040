package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.syntax.ObjectType;

/** Which privileges decide who reaches rows. */
final class Privileges {

  private Privileges() {}

  static boolean isOfRows(ObjectType type) {
    return switch (type) {
      case TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE, SEQUENCE, SCHEMA, DATABASE -> true;
      default -> false;
    };
  }
}
