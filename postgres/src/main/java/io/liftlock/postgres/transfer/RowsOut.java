package io.liftlock.postgres.transfer;

import io.liftlock.core.database.RowSink;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.Tally;
import io.liftlock.postgres.sql.Quoted;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads rows by COPY and hands them on as the server sent them, without copying a byte. */
final class RowsOut {

  private final ReadTransaction transaction;
  private final SourceTables tables;

  RowsOut(ReadTransaction transaction, SourceTables tables) {
    this.transaction = transaction;
    this.tables = tables;
  }

  Tally read(RowQuery query, RowSink sink) {
    SourceTable table = tables.table(query.table());
    Map<String, TypedColumn> columns = tables.columns(query.table());
    transaction.isoIntervals(query.format() == RowFormat.TUPLES);
    String select =
        query.columns().stream()
            .map(column -> value(columns, column, query.format()))
            .collect(Collectors.joining(", "));
    String where = tables.ranges(query.table()).condition(query.range());
    boolean text = query.format() == RowFormat.TEXT;
    String sql =
        "COPY (SELECT %s FROM %s WHERE %s) TO STDOUT (FORMAT %s)"
            .formatted(select, table.from(), where, text ? "text" : "binary");
    String doing = "the rows of " + query.table().qualified() + " cannot be read";
    if (text) {
      LineTaker lines = new LineTaker(sink);
      transaction.copy(doing, sql, lines);
      return lines.tally();
    }
    TupleTaker tuples = new TupleTaker(sink);
    transaction.copy(doing, sql, tuples);
    return tuples.tally();
  }

  private static String value(
      Map<String, TypedColumn> columns, ReadColumn column, RowFormat format) {
    TypedColumn typed = columns.get(column.name());
    // A column that is not there is for the server to refuse.
    return format == RowFormat.TUPLES && typed != null
        ? TupleProjection.of(typed, column)
        : Quoted.identifier(column.name());
  }

  /** Lines of text, one in each message. */
  private static final class LineTaker implements Consumer<byte[]> {

    private final RowSink sink;
    private long rows;
    private long bytes;

    LineTaker(RowSink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(byte[] line) {
      sink.write(line, 0, line.length);
      sink.endRow();
      rows++;
      bytes += line.length;
    }

    Tally tally() {
      return new Tally(rows, bytes);
    }
  }

  /**
   * Tuples of the binary format. The first message begins with a header of fixed length, the last
   * one ends with the number of fields -1; between them each message is one tuple.
   */
  private static final class TupleTaker implements Consumer<byte[]> {

    /** A signature of 11 bytes, flags, and the length of an extension that no server sends. */
    private static final int HEADER = 19;

    private static final int TRAILER = 2;

    private final RowSink sink;
    private boolean headerSeen;
    private long rows;
    private long bytes;

    TupleTaker(RowSink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(byte[] message) {
      int from = headerSeen ? 0 : HEADER;
      headerSeen = true;
      int length = message.length - from;
      if (length == 0 || (length == TRAILER && message[from] == -1 && message[from + 1] == -1)) {
        return;
      }
      sink.write(message, from, length);
      sink.endRow();
      rows++;
      bytes += length;
    }

    Tally tally() {
      return new Tally(rows, bytes);
    }
  }
}
