package io.liftlock.sqlite.transfer;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;

/**
 * Values of keys as text: numbers as their digits, bytes as {@code \x} and hexadecimal digits, as
 * PostgreSQL reads them, too.
 */
final class KeyText {

  private KeyText() {}

  /** The value of a column of the present row; of NULL, which no key has, an empty text. */
  static String read(DB db, long statement, int column) throws SQLException {
    return switch (db.column_type(statement, column)) {
      case Codes.SQLITE_INTEGER -> Long.toString(db.column_long(statement, column));
      case Codes.SQLITE_FLOAT -> Digits.of(db.column_double(statement, column)).text();
      case Codes.SQLITE_TEXT -> db.column_text(statement, column);
      case Codes.SQLITE_NULL -> "";
      default -> "\\x" + HexFormat.of().formatHex(db.column_blob(statement, column));
    };
  }

  /** The value of a column of the present row, as it is bound again. */
  static @Nullable Object value(DB db, long statement, int column) throws SQLException {
    return switch (db.column_type(statement, column)) {
      case Codes.SQLITE_INTEGER -> db.column_long(statement, column);
      case Codes.SQLITE_FLOAT -> db.column_double(statement, column);
      case Codes.SQLITE_TEXT -> db.column_text(statement, column);
      case Codes.SQLITE_NULL -> null;
      default -> db.column_blob(statement, column);
    };
  }

  /** Whether a value that was made of the text is the one that is stored. */
  static boolean isSame(DB db, long statement, int column, Object value) throws SQLException {
    return switch (db.column_type(statement, column)) {
      case Codes.SQLITE_INTEGER -> value.equals(db.column_long(statement, column));
      case Codes.SQLITE_FLOAT -> value.equals(db.column_double(statement, column));
      // A replacement character may stand for bytes that are no UTF-8; a zero byte is no key.
      case Codes.SQLITE_TEXT ->
          value instanceof String text && text.indexOf('\0') < 0 && text.indexOf('\ufffd') < 0;
      case Codes.SQLITE_NULL -> false;
      default ->
          value instanceof byte[] bytes && Arrays.equals(bytes, db.column_blob(statement, column));
    };
  }
}
