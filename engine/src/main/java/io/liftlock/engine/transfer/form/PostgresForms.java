package io.liftlock.engine.transfer.form;

import io.liftlock.core.schema.Schema;
import io.liftlock.core.transfer.FieldForm;

/**
 * How PostgreSQL's values travel to and from a database that has fewer types: what SQLite stores in
 * a storage class of its own goes as that, everything else as text. A numeric is text, never a
 * number, since a double has no room for its digits.
 */
public final class PostgresForms {

  private PostgresForms() {}

  /**
   * The form of a column.
   *
   * @param type as the server prints it
   * @param schema which knows the domains
   */
  public static FieldForm of(String type, Schema schema) {
    return of(PostgresType.stored(type, schema));
  }

  /** The form of a type that is no domain. */
  static FieldForm of(PostgresType type) {
    if (type.array()) {
      return FieldForm.TEXT;
    }
    return switch (type.name()) {
      case "smallint", "integer", "bigint", "oid", "boolean" -> FieldForm.INTEGER;
      case "real", "double precision" -> FieldForm.REAL;
      case "bytea" -> FieldForm.BYTES;
      default -> FieldForm.TEXT;
    };
  }
}
