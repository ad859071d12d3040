package io.liftlock.sqlite.transfer;

import io.liftlock.core.transfer.ColumnCensus;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.sql.Quoted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;

/** Counts what the columns of a table really hold, all of them in one walk through the table. */
final class Census implements Link.Walk<Boolean> {

  /**
   * Hardly any number and no time is longer, so nobody looks into longer text. What PostgreSQL
   * calls numeric has hundreds of digits at times, and comes to SQLite as text.
   */
  private static final int LONGEST = 2_000;

  private final Link link;
  private final TableShape table;
  private final List<TableShape.Column> columns;
  private final ColumnCount[] counts;
  private final List<Integer> walked;
  private final ColumnCount[] looked;

  Census(Link link, TableShape table) {
    this.link = link;
    this.table = table;
    this.columns = table.columns();
    this.counts = new ColumnCount[columns.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new ColumnCount();
    }
    this.walked =
        IntStream.range(0, counts.length).filter(i -> !columns.get(i).number()).boxed().toList();
    this.looked = walked.stream().map(i -> counts[i]).toArray(ColumnCount[]::new);
  }

  List<ColumnCensus> count() throws SQLException {
    String select =
        walked.stream().map(i -> shortened(columns.get(i))).collect(Collectors.joining(", "));
    if (!walked.isEmpty()) {
      link.walk("SELECT " + select + " FROM " + table.sql(), List.of(), this);
    }
    for (int i = 0; i < counts.length; i++) {
      if (columns.get(i).number()) {
        countNumbers(columns.get(i), counts[i]);
      }
    }
    List<ColumnCensus> census = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      census.add(counts[i].census(columns.get(i)));
    }
    return census;
  }

  /** What is known of row numbers without looking at each: whole, never NULL, and in order. */
  private void countNumbers(TableShape.Column column, ColumnCount count) throws SQLException {
    String name = Quoted.identifier(column.name());
    List<Long> ends =
        link.query(
                "SELECT (SELECT count(*) FROM %2$s), (SELECT min(%1$s) FROM %2$s),"
                        .formatted(name, table.sql())
                    + " (SELECT max(%1$s) FROM %2$s)".formatted(name, table.sql()),
                row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
            .get(0);
    count.wholes(ends.get(0), ends.get(1), ends.get(2));
  }

  /**
   * Long text is exchanged by SQLite itself: however long, it is not even read from the file. Where
   * numbers are declared, hardly any is to be expected, and looking for it costs more than the
   * rest.
   */
  private static String shortened(TableShape.Column column) {
    String name = Quoted.identifier(column.name());
    return switch (column.affinity()) {
      case INTEGER, REAL, NUMERIC -> name;
      case TEXT, BLOB ->
          "CASE WHEN octet_length(%1$s) > %2$d AND typeof(%1$s) = 'text' THEN '' ELSE %1$s END"
              .formatted(name, LONGEST);
    };
  }

  @Override
  public Boolean walk(DB db, long statement) throws SQLException {
    TextEncoding encoding = TextEncoding.of(link);
    int step;
    do {
      for (int i = 0; i < looked.length; i++) {
        look(db, statement, i, looked[i], encoding);
      }
      step = db.step(statement);
    } while (step == Codes.SQLITE_ROW);
    if (step != Codes.SQLITE_DONE) {
      db.throwex(step);
    }
    return true;
  }

  private static void look(
      DB db, long statement, int column, ColumnCount count, TextEncoding encoding)
      throws SQLException {
    switch (db.column_type(statement, column)) {
      case Codes.SQLITE_NULL -> {}
      case Codes.SQLITE_INTEGER -> count.whole(db.column_long(statement, column));
      case Codes.SQLITE_FLOAT -> count.real(db.column_double(statement, column));
      case Codes.SQLITE_TEXT -> {
        if (count.wantsText()) {
          byte[] text = encoding.utf8(db.column_blob(statement, column));
          count.text(text == null ? new byte[0] : text);
        } else {
          count.add(FieldForm.TEXT);
        }
      }
      default -> count.bytes();
    }
  }
}
