package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the values of a table's columns of variable length take when they travel, and how their
 * bytes are had. Says both in SQL.
 */
final class LargeValues {

  /**
   * The functions that binary COPY writes values with. Names are those under an empty search path,
   * so they are qualified where they need it.
   */
  private static final String SENDS =
      """
      SELECT a.attname, t.typsend::pg_catalog.text
        FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
       WHERE a.attrelid = pg_catalog.to_regclass(%s) AND a.attnum > 0 AND NOT a.attisdropped
         AND a.attlen = -1\
      """;

  private static final String BYTEA = "pg_catalog.bytea";

  private final RowFormat format;
  private final Map<String, TypedColumn> columns;
  private final Map<String, String> sends;
  private final long limit;

  private LargeValues(
      RowFormat format, Map<String, TypedColumn> columns, Map<String, String> sends, long limit) {
    this.format = format;
    this.columns = columns;
    this.sends = sends;
    this.limit = limit;
  }

  /**
   * Looks the table up.
   *
   * @param limit what is large
   */
  static LargeValues of(
      Questions questions,
      ObjectId table,
      RowFormat format,
      Map<String, TypedColumn> columns,
      long limit) {
    String name = Quoted.qualified(table.path().get(0), table.path().get(1));
    Reply reply =
        questions.ask(
            "the columns of " + table.qualified() + " cannot be read",
            SENDS.formatted(Quoted.literal(name)));
    Map<String, String> sends = new HashMap<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      sends.put(reply.required(row, 0), reply.required(row, 1));
    }
    return new LargeValues(format, columns, sends, limit);
  }

  /** Whether a value is to be written as hexadecimal digits, which its bytes are not yet. */
  boolean isHex(ReadColumn column) {
    return format == RowFormat.TEXT && typed(column).base().equals(BYTEA);
  }

  /** What the column's values are as they travel, as bytes; the digits are not written yet. */
  String bytes(ReadColumn column) {
    String name = Quoted.identifier(column.name());
    boolean isBytea = typed(column).base().equals(BYTEA);
    return switch (format) {
      // What is stored as it is can then be read in slices out of its storage.
      case BINARY -> isBytea ? flat(name) : sends.get(column.name()) + "(" + name + ")";
      case TEXT -> isBytea ? flat(name) : utf8(column, name);
      case TUPLES -> tuple(column);
    };
  }

  /** A cast to text would take away the blanks at the end of {@code char(n)}. */
  private String utf8(ReadColumn column, String name) {
    return typed(column).base().equals("pg_catalog.bpchar")
        ? "pg_catalog.bpcharsend(" + name + ")"
        : "pg_catalog.convert_to(" + name + "::pg_catalog.text, 'UTF8')";
  }

  /** Compressed bytes would be decompressed for each slice anew. */
  private static String flat(String name) {
    return "CASE WHEN pg_catalog.pg_column_compression(%1$s) IS NULL THEN %1$s ELSE %2$s(%1$s) END"
        .formatted(name + "::pg_catalog.bytea", "pg_catalog.byteasend");
  }

  private String tuple(ReadColumn column) {
    String projected = TupleProjection.of(typed(column), column);
    return column.form() == FieldForm.TEXT
        ? "pg_catalog.convert_to(" + projected + ", 'UTF8')"
        : projected;
  }

  /**
   * About how many bytes the column's value takes when it travels; empty where it is never large. A
   * value that may be large is looked at, any other is not fetched from where it is stored.
   */
  Optional<String> size(ReadColumn column) {
    boolean fixed = column.form() == FieldForm.INTEGER || column.form() == FieldForm.REAL;
    if (fixed || !sends.containsKey(column.name())) {
      return Optional.empty();
    }
    String name = Quoted.identifier(column.name());
    String size =
        switch (typed(column).base()) {
          // The length is known without fetching the value.
          case "pg_catalog.text", "pg_catalog.varchar", "pg_catalog.xml" ->
              "pg_catalog.octet_length(" + name + "::pg_catalog.text)";
          case "pg_catalog.bpchar" -> "pg_catalog.octet_length(" + name + ")";
          case BYTEA ->
              "pg_catalog.octet_length("
                  + name
                  + "::pg_catalog.bytea)"
                  + (isDoubled(column) ? "::pg_catalog.int8 * 2" : "");
          default -> estimate(name, bytes(column));
        };
    return Optional.of("COALESCE(" + size + ", 0)::pg_catalog.int8");
  }

  private boolean isDoubled(ReadColumn column) {
    return isHex(column) || (format == RowFormat.TUPLES && column.form() == FieldForm.TEXT);
  }

  /**
   * Three bytes of pglz stand for 273 at most, one of lz4 for 255; other types than text grow when
   * they are written out, though hardly eight times.
   */
  private String estimate(String name, String bytes) {
    return """
    CASE WHEN pg_catalog.pg_column_size(%1$s)::pg_catalog.int8
              * CASE pg_catalog.pg_column_compression(%1$s)
                WHEN 'pglz' THEN 92 WHEN 'lz4' THEN 256 ELSE 8 END < %2$d
         THEN pg_catalog.pg_column_size(%1$s) ELSE pg_catalog.octet_length(%3$s) END\
    """
        .formatted(name, limit, bytes);
  }

  private TypedColumn typed(ReadColumn column) {
    TypedColumn typed = columns.get(column.name());
    if (typed == null) {
      throw new IllegalArgumentException("the table has no column of that name");
    }
    return typed;
  }
}
