package io.liftlock.postgres.transfer;

import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.postgres.sql.Quoted;
import java.util.Set;

/**
 * Says a value in a neutral form, so that what binary COPY sends of it is a whole number of 64
 * bits, a double, UTF-8 or bytes, and nothing else. The session must have {@link PinnedSettings}.
 */
final class TupleProjection {

  private static final Set<String> WHOLE =
      Set.of("pg_catalog.int2", "pg_catalog.int4", "pg_catalog.int8", "pg_catalog.oid");

  private static final String BOOL = "pg_catalog.bool";
  private static final String BYTEA = "pg_catalog.bytea";
  private static final String FLOAT4 = "pg_catalog.float4";
  private static final String FLOAT8 = "pg_catalog.float8";

  private TupleProjection() {}

  /** An expression of the table's column in the form asked for. */
  static String of(TypedColumn column, ReadColumn wanted) {
    return of(column, wanted.form());
  }

  private static String of(TypedColumn column, FieldForm form) {
    return switch (form) {
      case NATIVE -> Quoted.identifier(column.name());
      case INTEGER -> integer(column);
      case REAL -> real(column);
      case TEXT -> text(column);
      case BYTES -> bytes(column);
      case ANY -> any(column);
    };
  }

  private static String integer(TypedColumn column) {
    String name = Quoted.identifier(column.name());
    if (column.base().equals(BOOL)) {
      return name + "::pg_catalog.int4::pg_catalog.int8";
    }
    // By way of text, whose input refuses a fraction; a cast would round it.
    return WHOLE.contains(column.base())
        ? name + "::pg_catalog.int8"
        : name + "::pg_catalog.text::pg_catalog.int8";
  }

  private static String real(TypedColumn column) {
    String name = Quoted.identifier(column.name());
    // The double that is nearest to the decimal digits people see, not to the bits of the float.
    return column.base().equals(FLOAT4)
        ? name + "::pg_catalog.text::pg_catalog.float8"
        : name + "::pg_catalog.float8";
  }

  private static String text(TypedColumn column) {
    String name = Quoted.identifier(column.name());
    return switch (column.base()) {
      case BOOL -> name + "::pg_catalog.int4::pg_catalog.text";
      case BYTEA -> "pg_catalog.encode(" + name + ", 'hex')";
      case "pg_catalog.timestamptz" -> instant(name);
      default -> name + "::pg_catalog.text";
    };
  }

  /**
   * ISO 8601 in UTC with six digits; what is before our era or infinite as the server writes it.
   */
  private static String instant(String name) {
    return """
    CASE WHEN %1$s >= '0001-01-01 00:00:00+00'::pg_catalog.timestamptz
          AND pg_catalog.isfinite(%1$s)
         THEN pg_catalog.to_char(%1$s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
         ELSE %1$s::pg_catalog.text END\
    """
        .formatted(name);
  }

  private static String bytes(TypedColumn column) {
    return column.base().equals(BYTEA)
        ? Quoted.identifier(column.name()) + "::pg_catalog.bytea"
        : "pg_catalog.convert_to(" + text(column) + ", 'UTF8')";
  }

  private static String any(TypedColumn column) {
    String base = column.base();
    if (WHOLE.contains(base) || base.equals(BOOL)) {
      return tagged(FieldForm.INTEGER, "pg_catalog.int8send(" + integer(column) + ")");
    }
    if (base.equals(FLOAT4) || base.equals(FLOAT8)) {
      return tagged(FieldForm.REAL, "pg_catalog.float8send(" + real(column) + ")");
    }
    return base.equals(BYTEA)
        ? tagged(FieldForm.BYTES, bytes(column))
        : tagged(FieldForm.TEXT, "pg_catalog.convert_to(" + text(column) + ", 'UTF8')");
  }

  private static String tagged(FieldForm form, String value) {
    return "'\\x%02x'::pg_catalog.bytea || %s".formatted(form.tag(), value);
  }
}
