package io.liftlock.postgres.transfer;

import io.liftlock.core.database.RowSink;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.Tally;
import io.liftlock.postgres.sql.Quoted;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads rows by COPY and hands them on as the server sent them. */
final class RowsOut {

  /** Program limit exceeded. */
  private static final String LIMIT_EXCEEDED = "54000";

  /** What the server says, in no other language, where a value would be larger than it can have. */
  private static final String NO_SUCH_SIZE = "invalid memory alloc request size";

  /** A compressed byte stands for 255 at most. */
  private static final int COMPRESSION = 256;

  private final ReadTransaction transaction;
  private final SourceTables tables;
  private final long limit;

  RowsOut(ReadTransaction transaction, SourceTables tables) {
    this(transaction, tables, LargeRows.LIMIT);
  }

  /**
   * @param limit which rows are read in slices
   */
  RowsOut(ReadTransaction transaction, SourceTables tables, long limit) {
    this.transaction = transaction;
    this.tables = tables;
    this.limit = limit;
  }

  Tally read(RowQuery query, RowSink sink) {
    try {
      return stream(query, sink);
    } catch (DatabaseError e) {
      if (!LIMIT_EXCEEDED.equals(e.sqlState())
          && !e.problems().get(0).message().contains(NO_SUCH_SIZE)) {
        throw e;
      }
      throw new StateError(
          Problem.error(
                  ErrorCode.ROW_TOO_LARGE,
                  "a row of %s cannot be sent by its server: a value of it takes more than a"
                          .formatted(query.table().qualified())
                      + " gigabyte in the form in which it would travel")
              .action("leave the table or its column out, or make the value smaller"));
    }
  }

  private Tally stream(RowQuery query, RowSink sink) {
    SourceTable table = tables.table(query.table());
    Map<String, TypedColumn> columns = tables.columns(query.table());
    transaction.isoIntervals(query.format() == RowFormat.TUPLES);
    String condition = tables.ranges(query.table()).condition(query.range());
    if (table.outOfLine() < limit / COMPRESSION) {
      return others(query, sink, table, columns, condition);
    }
    LargeRows large = LargeRows.in(transaction, query, table, columns, condition, limit);
    return others(query, sink, table, columns, large.others(condition)).plus(large.read(sink));
  }

  private Tally others(
      RowQuery query,
      RowSink sink,
      SourceTable table,
      Map<String, TypedColumn> columns,
      String condition) {
    String select =
        query.columns().stream()
            .map(column -> value(columns, column, query.format()))
            .collect(Collectors.joining(", "));
    String sql = copy(select, table.from(), condition, query.format());
    String doing = "the rows of " + query.table().qualified() + " cannot be read";
    if (query.format() == RowFormat.TEXT) {
      Lines lines = new Lines(sink);
      transaction.copy(doing, sql, lines);
      return lines.tally();
    }
    Tuples tuples = new Tuples(sink);
    transaction.copy(doing, sql, tuples);
    return tuples.tally();
  }

  /** The statement that sends rows; tuples are sent in the server's binary format. */
  static String copy(String select, String from, String condition, RowFormat format) {
    return "COPY (SELECT %s FROM %s WHERE %s) TO STDOUT (FORMAT %s)"
        .formatted(select, from, condition, format == RowFormat.TEXT ? "text" : "binary");
  }

  /** A column's value as it travels. */
  static String value(Map<String, TypedColumn> columns, ReadColumn column, RowFormat format) {
    TypedColumn typed = columns.get(column.name());
    // A column that is not there is for the server to refuse.
    return format == RowFormat.TUPLES && typed != null
        ? TupleProjection.of(typed, column)
        : Quoted.identifier(column.name());
  }
}
