package io.liftlock.sqlite.transfer;

import io.liftlock.core.database.RowSink;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.Tally;
import io.liftlock.sqlite.link.Link;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;

/**
 * Makes tuples of the rows of one query, each value checked against the form that is asked for. The
 * query has the columns first, then what names a row.
 */
final class TupleReader implements Link.Walk<Tally> {

  private final ObjectId table;
  private final List<ReadColumn> columns;
  private final FieldForm[] forms;
  private final boolean hasRowid;
  private final int identity;
  private final TextEncoding encoding;
  private final RowSink sink;
  private final RowBuffer row = new RowBuffer();

  /**
   * @param hasRowid whether what names a row is its number, else it is its primary key
   * @param identity how many columns name a row
   */
  TupleReader(
      ObjectId table,
      List<ReadColumn> columns,
      boolean hasRowid,
      int identity,
      TextEncoding encoding,
      RowSink sink) {
    this.table = table;
    this.columns = columns;
    this.forms = columns.stream().map(ReadColumn::form).toArray(FieldForm[]::new);
    this.hasRowid = hasRowid;
    this.identity = identity;
    this.encoding = encoding;
    this.sink = sink;
  }

  @Override
  public Tally walk(DB db, long statement) throws SQLException {
    long rows = 0;
    long bytes = 0;
    int step;
    do {
      String misfit = read(db, statement);
      if (misfit == null) {
        sink.write(row.bytes(), 0, row.length());
        sink.endRow();
        rows++;
        bytes += row.length();
      }
      step = db.step(statement);
    } while (step == Codes.SQLITE_ROW);
    if (step != Codes.SQLITE_DONE) {
      db.throwex(step);
    }
    return new Tally(rows, bytes);
  }

  /** Reads the row; tells the sink of the first value that does not fit, and returns why. */
  private @Nullable String read(DB db, long statement) throws SQLException {
    row.clear();
    row.putShort(forms.length);
    for (int i = 0; i < forms.length; i++) {
      String misfit = value(db, statement, i, forms[i]);
      if (misfit != null) {
        tell(db, statement, i, misfit);
        return misfit;
      }
    }
    return null;
  }

  private @Nullable String value(DB db, long statement, int column, FieldForm form)
      throws SQLException {
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

  private void tell(DB db, long statement, int column, String because) throws SQLException {
    ReadColumn misfit = columns.get(column);
    List<String> key = new ArrayList<>();
    for (int i = 0; i < identity; i++) {
      key.add(KeyText.read(db, statement, forms.length + i));
    }
    sink.misfit(
        new Misfit(
            table,
            hasRowid ? Long.valueOf(key.get(0)) : null,
            new Key(hasRowid ? List.of() : key),
            misfit.name(),
            misfit.form(),
            because));
  }
}
