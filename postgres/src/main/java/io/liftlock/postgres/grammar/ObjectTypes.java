package io.liftlock.postgres.grammar;

import io.liftlock.core.syntax.ObjectType;
import java.util.Locale;

/** What kinds of object the words of commands mean. */
final class ObjectTypes {

  private ObjectTypes() {}

  /** The kind that these words name, in any case: {@code MATERIALIZED VIEW}. */
  static ObjectType of(String words) {
    String name = words.toUpperCase(Locale.ROOT);
    return switch (name) {
      case "USER", "GROUP", "ROLE" -> ObjectType.ROLE;
      case "TABLE",
          "FOREIGN TABLE",
          "VIEW",
          "MATERIALIZED VIEW",
          "INDEX",
          "SEQUENCE",
          "COLUMN",
          "CONSTRAINT",
          "TRIGGER",
          "RULE",
          "POLICY",
          "SCHEMA",
          "DATABASE",
          "FUNCTION",
          "PROCEDURE",
          "ROUTINE",
          "AGGREGATE",
          "TYPE",
          "DOMAIN",
          "EXTENSION",
          "PUBLICATION",
          "SUBSCRIPTION",
          "STATISTICS",
          "EVENT TRIGGER" ->
          ObjectType.valueOf(name.replace(' ', '_'));
      default -> ObjectType.OTHER;
    };
  }
}
