package io.liftlock.postgres.transfer;

import io.liftlock.core.database.RowSink;
import io.liftlock.core.error.Bug;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.Tally;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rows of a range that are too large to be taken whole: the driver would make one array of
 * each. They are found by what the server knows of their size, left out of the stream, and read in
 * slices afterwards, in the same snapshot.
 */
final class LargeRows {

  /** What a row may take; in bytes as it travels, though only about. */
  static final long LIMIT = 16L << 20;

  /** Values up to this come with the row: 1,600 columns of it are 13 MB. */
  private static final long WHOLE = 8 << 10;

  /** Small enough to be no special burden for a heap of 64 MB. */
  private static final int SLICE = 256 << 10;

  private final ReadTransaction transaction;
  private final RowQuery query;
  private final SourceTable table;
  private final LargeValues values;
  private final Map<String, TypedColumn> columns;
  private final String total;
  private final List<Found> found;
  private final long limit;
  private final long whole;

  /**
   * One of them.
   *
   * @param place a condition that is true of this row alone
   * @param sizes about how many bytes each of the query's columns takes
   */
  private record Found(String place, List<Long> sizes) {}

  private LargeRows(
      ReadTransaction transaction,
      RowQuery query,
      SourceTable table,
      Map<String, TypedColumn> columns,
      String condition,
      long limit) {
    this.transaction = transaction;
    this.query = query;
    this.table = table;
    this.columns = columns;
    this.limit = limit;
    this.whole = Math.min(WHOLE, limit / 8);
    this.values = LargeValues.of(transaction, query.table(), query.format(), columns, limit);
    List<String> sizes = new ArrayList<>();
    query.columns().forEach(column -> sizes.add(values.size(column).orElse("0::pg_catalog.int8")));
    this.total =
        query.columns().stream()
            .map(values::size)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" + "));
    this.found = total.isEmpty() ? List.of() : find(sizes, condition);
  }

  /**
   * Looks for them.
   *
   * @param condition of the rows that are read
   */
  static LargeRows in(
      ReadTransaction transaction,
      RowQuery query,
      SourceTable table,
      Map<String, TypedColumn> columns,
      String condition,
      long limit) {
    return new LargeRows(transaction, query, table, columns, condition, limit);
  }

  private String doing() {
    return "the rows of " + query.table().qualified() + " cannot be read";
  }

  private List<Found> find(List<String> sizes, String condition) {
    Reply reply =
        transaction.ask(
            doing(),
            """
            SELECT t.tableoid::pg_catalog.int8, t.ctid::pg_catalog.text,
                   pg_catalog.array_to_string(ARRAY[%s], ' ')
              FROM %s WHERE (%s) AND %s > %d\
            """
                .formatted(String.join(", ", sizes), table.from(), condition, total, limit));
    List<Found> rows = new ArrayList<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      List<Long> each = new ArrayList<>();
      for (String size : reply.required(row, 2).split(" ", -1)) {
        each.add(Long.valueOf(size));
      }
      String place =
          "t.tableoid = %s::pg_catalog.oid AND t.ctid = %s::pg_catalog.tid"
              .formatted(reply.required(row, 0), Quoted.literal(reply.required(row, 1)));
      rows.add(new Found(place, List.copyOf(each)));
    }
    return rows;
  }

  /** The condition that leaves them out. */
  String others(String condition) {
    return found.isEmpty() ? condition : "(" + condition + ") AND " + total + " <= " + limit;
  }

  /** Hands them on, each in pieces. */
  Tally read(RowSink sink) {
    long bytes = 0;
    for (Found row : found) {
      bytes += query.format() == RowFormat.TEXT ? line(row, sink) : tuple(row, sink);
      sink.endRow();
    }
    return new Tally(found.size(), bytes);
  }

  private boolean isLarge(Found row, int column) {
    return row.sizes().get(column) > whole;
  }

  /** The row's small values, and in place of each large one what stands for it. */
  private byte[] frame(Found row, RowFormat format) {
    List<String> selected = new ArrayList<>();
    for (int i = 0; i < query.columns().size(); i++) {
      ReadColumn column = query.columns().get(i);
      if (!isLarge(row, i)) {
        selected.add(RowsOut.value(columns, column, query.format()));
      } else if (format == RowFormat.TEXT) {
        selected.add("NULL");
      } else {
        selected.add("pg_catalog.octet_length(" + values.bytes(column) + ")");
      }
    }
    FrameTaker taker = new FrameTaker();
    String sql = RowsOut.copy(String.join(", ", selected), table.from(), row.place(), format);
    transaction.copy(doing(), sql, format == RowFormat.TEXT ? new Lines(taker) : new Tuples(taker));
    return taker.frame();
  }

  private long tuple(Found row, RowSink sink) {
    byte[] frame = frame(row, RowFormat.BINARY);
    ByteBuffer fields = ByteBuffer.wrap(frame);
    long bytes = frame.length;
    fields.getShort();
    int written = 0;
    for (int i = 0; i < query.columns().size(); i++) {
      int length = fields.getInt();
      if (!isLarge(row, i)) {
        fields.position(fields.position() + Math.max(0, length));
        continue;
      }
      // Four bytes of length, four bytes with the value's length: the latter take the place of
      // the former.
      sink.write(frame, written, fields.position() - Integer.BYTES - written);
      int expected = fields.getInt();
      sink.write(frame, fields.position() - Integer.BYTES, Integer.BYTES);
      written = fields.position();
      long sent = slices(row, i, sink::write);
      if (sent != expected) {
        throw new Bug("a value that was read in slices is not as long as it was said to be");
      }
      bytes += sent - Integer.BYTES;
    }
    sink.write(frame, written, frame.length - written);
    return bytes;
  }

  private long line(Found row, RowSink sink) {
    byte[] frame = frame(row, RowFormat.TEXT);
    CopyText text = new CopyText(sink);
    int written = 0;
    int at = 0;
    for (int i = 0; i < query.columns().size(); i++) {
      int end = at;
      while (frame[end] != '\t' && frame[end] != '\n') {
        end++;
      }
      if (isLarge(row, i)) {
        text.raw(frame, written, at - written);
        if (values.isHex(query.columns().get(i))) {
          text.beginHex();
          slices(row, i, text::hex);
        } else {
          slices(row, i, text::escaped);
        }
        written = end;
      }
      at = end + 1;
    }
    text.raw(frame, written, frame.length - written);
    return text.bytes();
  }

  /** One query, in which the server makes the whole value once and cuts it as it sends it. */
  private long slices(Found row, int column, Slices slices) {
    SliceTaker taker = new SliceTaker(slices);
    String value =
        """
        (SELECT %s AS whole FROM %s WHERE %s OFFSET 0) v,
        LATERAL pg_catalog.generate_series(1, pg_catalog.octet_length(v.whole), %d) AS s(at)\
        """
            .formatted(values.bytes(query.columns().get(column)), table.from(), row.place(), SLICE);
    transaction.copy(
        doing(),
        RowsOut.copy(
            "pg_catalog.substring(v.whole, s.at, " + SLICE + ")", value, "TRUE", RowFormat.BINARY),
        new Tuples(taker));
    return taker.bytes;
  }

  /** Takes a part of a value. */
  private interface Slices {
    void take(byte[] bytes, int offset, int length);
  }

  /** Takes the only field of each tuple. */
  private static final class SliceTaker implements RowSink {

    private static final int BEFORE = Short.BYTES + Integer.BYTES;

    private final Slices slices;
    private long bytes;

    SliceTaker(Slices slices) {
      this.slices = slices;
    }

    @Override
    public void write(byte[] tuple, int offset, int length) {
      slices.take(tuple, offset + BEFORE, length - BEFORE);
      bytes += length - BEFORE;
    }

    @Override
    public void endRow() {
      // Each tuple comes in one piece.
    }
  }

  /** Keeps the one row there is. */
  private static final class FrameTaker implements RowSink {

    private byte[] row = {};

    @Override
    public void write(byte[] bytes, int offset, int length) {
      row = java.util.Arrays.copyOfRange(bytes, offset, offset + length);
    }

    @Override
    public void endRow() {
      // There is only one.
    }

    byte[] frame() {
      if (row.length == 0) {
        throw new Bug("a large row is not where it was found");
      }
      return row;
    }
  }
}
