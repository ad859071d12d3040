package io.liftlock.sqlite.transfer;

import io.liftlock.core.transfer.FieldForm;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;

/** Reads values by their storage class, and puts them into a row in the form that is asked for. */
final class FieldReader {

  private final TextEncoding encoding;
  private final RowBuffer row;

  FieldReader(TextEncoding encoding, RowBuffer row) {
    this.encoding = encoding;
    this.row = row;
  }

  /**
   * Reads a value of the present row.
   *
   * @return why it does not fit; null where it does, and is in the row
   */
  @Nullable String read(DB db, long statement, int column, FieldForm form) throws SQLException {
    int type = db.column_type(statement, column);
    return switch (type) {
      case Codes.SQLITE_NULL -> {
        row.putInt(-1);
        yield null;
      }
      case Codes.SQLITE_INTEGER -> integer(db.column_long(statement, column), form);
      case Codes.SQLITE_FLOAT -> real(db.column_double(statement, column), form);
      case Codes.SQLITE_TEXT -> text(db.column_blob(statement, column), form);
      default -> blob(db.column_blob(statement, column), form);
    };
  }

  private @Nullable String integer(long value, FieldForm form) {
    switch (form) {
      case INTEGER -> {
        row.putInt(8);
        row.putLong(value);
      }
      case REAL -> {
        if (Math.abs(value) > 1L << 53 || value == Long.MIN_VALUE) {
          return "a whole number beyond 2^53, which a double cannot hold exactly";
        }
        row.putInt(8);
        row.putLong(Double.doubleToRawLongBits((double) value));
      }
      case TEXT -> Digits.of(value).putInto(row);
      case ANY -> {
        row.putInt(9);
        row.putByte(FieldForm.INTEGER.tag());
        row.putLong(value);
      }
      default -> {
        return "a whole number in a column of bytes";
      }
    }
    return null;
  }

  private @Nullable String real(double value, FieldForm form) {
    switch (form) {
      case REAL -> {
        row.putInt(8);
        row.putLong(Double.doubleToRawLongBits(value));
      }
      case TEXT -> Digits.of(value).putInto(row);
      case ANY -> {
        row.putInt(9);
        row.putByte(FieldForm.REAL.tag());
        row.putLong(Double.doubleToRawLongBits(value));
      }
      case INTEGER -> {
        return "a real number in a column of whole numbers";
      }
      default -> {
        return "a real number in a column of bytes";
      }
    }
    return null;
  }

  private @Nullable String text(byte[] stored, FieldForm form) {
    switch (form) {
      case TEXT -> {
        byte[] text = encoding.utf8(stored);
        Utf8.Finding finding = text == null ? Utf8.Finding.BROKEN : Utf8.look(text);
        if (text == null || finding != Utf8.Finding.TEXT) {
          return finding == Utf8.Finding.ZERO ? "text with a zero byte" : encoding.broken();
        }
        row.putInt(text.length);
        row.put(text, 0, text.length);
      }
      case ANY -> {
        byte[] text = encoding.utf8(stored);
        if (text == null) {
          return encoding.broken();
        }
        row.putInt(text.length + 1);
        row.putByte(FieldForm.TEXT.tag());
        row.put(text, 0, text.length);
      }
      case INTEGER -> {
        return "text in a column of whole numbers";
      }
      case REAL -> {
        return "text in a column of real numbers";
      }
      default -> {
        return "text in a column of bytes";
      }
    }
    return null;
  }

  private @Nullable String blob(byte[] bytes, FieldForm form) {
    switch (form) {
      case BYTES -> {
        row.putInt(bytes.length);
        row.put(bytes, 0, bytes.length);
      }
      case ANY -> {
        row.putInt(bytes.length + 1);
        row.putByte(FieldForm.BYTES.tag());
        row.put(bytes, 0, bytes.length);
      }
      case INTEGER -> {
        return "bytes in a column of whole numbers";
      }
      case REAL -> {
        return "bytes in a column of real numbers";
      }
      default -> {
        return "bytes in a column of text";
      }
    }
    return null;
  }
}
