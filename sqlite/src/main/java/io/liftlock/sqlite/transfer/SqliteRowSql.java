package io.liftlock.sqlite.transfer;

import io.liftlock.core.database.RowSql;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.FieldValue;
import io.liftlock.sqlite.sql.Quoted;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes statements that change single rows of one table, each value as a literal of its storage
 * class.
 */
final class SqliteRowSql implements RowSql {

  private final String name;

  SqliteRowSql(ObjectId table) {
    this.name = Quoted.identifier(table.name());
  }

  /** Keys are looked at when all is done. */
  @Override
  public List<String> prelude() {
    return List.of("PRAGMA defer_foreign_keys = ON");
  }

  @Override
  public String insert(List<String> columns, List<FieldValue> values) {
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            name,
            columns.stream().map(Quoted::identifier).collect(Collectors.joining(", ")),
            values.stream().map(SqliteRowSql::literal).collect(Collectors.joining(", ")));
  }

  @Override
  public String update(
      List<String> key, List<FieldValue> keyValues, List<String> columns, List<FieldValue> values) {
    List<String> set = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      set.add(Quoted.identifier(columns.get(i)) + " = " + literal(values.get(i)));
    }
    return "UPDATE %s SET %s WHERE %s"
        .formatted(name, String.join(", ", set), equal(key, " = ", keyValues));
  }

  @Override
  public String delete(List<String> key, List<FieldValue> values) {
    return "DELETE FROM " + name + " WHERE " + equal(key, " = ", values);
  }

  /** A table without a primary key always has row numbers. */
  @Override
  public String deleteCopies(List<String> columns, List<FieldValue> values, long copies) {
    return "DELETE FROM %1$s WHERE rowid IN (SELECT rowid FROM %1$s WHERE %2$s LIMIT %3$d)"
        .formatted(name, equal(columns, " IS ", values), copies);
  }

  private static String equal(List<String> columns, String operator, List<FieldValue> values) {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      conditions.add(Quoted.identifier(columns.get(i)) + operator + literal(values.get(i)));
    }
    return String.join(" AND ", conditions);
  }

  private static String literal(FieldValue value) {
    byte[] bytes = value.bytes();
    if (bytes == null) {
      return "NULL";
    }
    return switch (value.form()) {
      case INTEGER -> value.text();
      case REAL -> real(ByteBuffer.wrap(bytes).getDouble());
      case BYTES -> "X'" + HexFormat.of().formatHex(bytes) + "'";
      case TEXT -> text(bytes, value.text());
      case NATIVE, ANY -> throw new IllegalStateException("no literal of " + FieldForm.NATIVE);
    };
  }

  /** Java's shortest digits read back as the same double; infinity has no literal but this one. */
  private static String real(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "9e999" : "-9e999";
    }
    return Double.toString(value);
  }

  /** Bytes where the text is none that SQL could hold: with a zero byte, or no UTF-8. */
  private static String text(byte[] bytes, String text) {
    boolean plain = text.indexOf('\0') < 0 && text.indexOf('\ufffd') < 0;
    return plain
        ? Quoted.literal(text)
        : "CAST(X'" + HexFormat.of().formatHex(bytes) + "' AS TEXT)";
  }
}
