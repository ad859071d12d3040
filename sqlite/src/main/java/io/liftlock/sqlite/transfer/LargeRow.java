package io.liftlock.sqlite.transfer;

import io.liftlock.core.database.RowSink;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.Tally;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.sql.Quoted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;

/**
 * Reads one row value by value, and large values slice by slice. SQLite itself holds the value as a
 * whole while it is cut; this process's heap holds a slice. Everything is checked before the first
 * byte is written, so large texts are read twice.
 */
final class LargeRow {

  private static final int SLICE = 1 << 20;

  private final Link link;
  private final RowSelect select;
  private final RowName name;
  private final TextEncoding encoding;
  private final RowSink sink;
  private final RowBuffer value = new RowBuffer();
  private long bytes;

  LargeRow(Link link, RowSelect select, RowName name, TextEncoding encoding, RowSink sink) {
    this.link = link;
    this.select = select;
    this.name = name;
    this.encoding = encoding;
    this.sink = sink;
  }

  /** A value as the database has it. */
  private record Stored(boolean text, long length) {}

  /** Hands on the row; nothing where a value does not fit, which the sink was told of. */
  Tally read() throws SQLException {
    List<ReadColumn> columns = select.columns();
    List<Optional<Stored>> large = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      large.add(large(columns.get(i)));
      String misfit = check(columns.get(i), large.get(i));
      if (misfit != null) {
        sink.misfit(select.misfit(name, i, misfit));
        return Tally.NONE;
      }
    }
    value.clear();
    value.putShort(columns.size());
    write(value);
    for (int i = 0; i < columns.size(); i++) {
      if (large.get(i).isPresent()) {
        writeLarge(columns.get(i), large.get(i).get());
      } else {
        readSmall(columns.get(i));
        write(value);
      }
    }
    sink.endRow();
    return new Tally(1, bytes);
  }

  /** Whether a value is too large for one array. */
  private Optional<Stored> large(ReadColumn column) throws SQLException {
    String name = Quoted.identifier(column.name());
    return link
        .query(
            "SELECT typeof("
                + name
                + ") = 'text', octet_length("
                + name
                + ") FROM "
                + select.shape().sql()
                + select.whereNamed(),
            row -> new Stored(row.getBoolean(1), row.getLong(2)),
            this.name.values().toArray())
        .stream()
        .filter(stored -> stored.length() > SLICE)
        .findFirst();
  }

  private @Nullable String check(ReadColumn column, Optional<Stored> large) throws SQLException {
    if (large.isEmpty()) {
      return readSmall(column);
    }
    boolean text = large.get().text();
    if (text && encoding != TextEncoding.UTF_8) {
      throw new StateError(
          Problem.error(
                  ErrorCode.ROW_TOO_LARGE,
                  "column "
                      + column.name()
                      + " of table "
                      + select.table().qualified()
                      + " holds a text of more than "
                      + (RowSelect.LARGE >> 20)
                      + " MB, and the database stores text in UTF-16, which is read as a whole"
                      + " only")
              .action("leave the table out with --skip, or store the text as a BLOB"));
    }
    return switch (column.form()) {
      case ANY -> null;
      case TEXT -> text ? checkText(column) : "bytes in a column of text";
      case BYTES -> text ? "text in a column of bytes" : null;
      default -> throw new IllegalStateException("a number cannot be large");
    };
  }

  private @Nullable String checkText(ReadColumn column) throws SQLException {
    Utf8.Stream stream = new Utf8.Stream();
    slices(column, stream::add);
    return switch (stream.end()) {
      case TEXT -> null;
      case ZERO -> "text with a zero byte";
      case BROKEN -> encoding.broken();
    };
  }

  private @Nullable String readSmall(ReadColumn column) throws SQLException {
    value.clear();
    FieldReader field = new FieldReader(encoding, value);
    Optional<Optional<String>> misfit =
        link.walk(
            "SELECT "
                + Quoted.identifier(column.name())
                + " FROM "
                + select.shape().sql()
                + select.whereNamed(),
            name.values(),
            (db, statement) -> Optional.ofNullable(field.read(db, statement, 0, column.form())));
    return misfit.flatMap(found -> found).orElse(null);
  }

  private void writeLarge(ReadColumn column, Stored stored) throws SQLException {
    boolean tagged = column.form() == FieldForm.ANY;
    value.clear();
    value.putInt(Math.toIntExact(stored.length() + (tagged ? 1 : 0)));
    if (tagged) {
      value.putByte((stored.text() ? FieldForm.TEXT : FieldForm.BYTES).tag());
    }
    write(value);
    slices(
        column,
        slice -> {
          sink.write(slice, 0, slice.length);
          bytes += slice.length;
        });
  }

  private void write(RowBuffer some) {
    sink.write(some.bytes(), 0, some.length());
    bytes += some.length();
  }

  /** Takes a slice. */
  private interface Slices {
    void take(byte[] slice);
  }

  /**
   * Cuts a value. The subquery that gives it depends on nothing, so SQLite runs it once and cuts
   * all slices from what it holds; joined with the table it would read the value again for each.
   */
  private void slices(ReadColumn column, Slices slices) throws SQLException {
    List<@Nullable Object> parameters = new ArrayList<>(name.values());
    String cut =
        """
        WITH RECURSIVE slice(first) AS (
          SELECT 1 UNION ALL SELECT first + %3$d FROM slice
          WHERE first + %3$d <= (SELECT octet_length(%1$s) FROM %2$s))
        SELECT substr((SELECT CAST(%1$s AS BLOB) FROM %2$s), first, %3$d) FROM slice
        """
            .formatted(
                Quoted.identifier(column.name()),
                select.shape().sql() + select.whereNamed(),
                SLICE);
    parameters.addAll(name.values());
    link.walk(
        cut,
        parameters,
        (db, statement) -> {
          cut(db, statement, slices);
          return true;
        });
  }

  private static void cut(DB db, long statement, Slices slices) throws SQLException {
    int step;
    do {
      slices.take(db.column_blob(statement, 0));
      step = db.step(statement);
    } while (step == Codes.SQLITE_ROW);
    if (step != Codes.SQLITE_DONE) {
      db.throwex(step);
    }
  }
}
