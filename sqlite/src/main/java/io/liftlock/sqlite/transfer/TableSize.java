package io.liftlock.sqlite.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.sql.Quoted;
import java.sql.SQLException;
import java.util.stream.Collectors;

/**
 * How large a table is: its rows counted, which reads the smallest of its trees, and their size as
 * the mean of some hundreds that lie all over the table. Values that are stored out of line are not
 * read for it.
 */
final class TableSize {

  /** So many rows are looked at. */
  private static final int PLACES = 200;

  private final Link link;
  private final ObjectId table;

  TableSize(Link link, ObjectId table) {
    this.link = link;
    this.table = table;
  }

  TableFacts facts() throws SQLException {
    TableShape shape = TableShape.read(link, table);
    long rows = number("SELECT count(*) FROM " + shape.sql());
    long bytes = rows == 0 ? 0 : Math.round(rows * mean(shape));
    return new TableFacts(table, rows, bytes, 0, 1, false);
  }

  private double mean(TableShape shape) throws SQLException {
    String length =
        shape.columns().stream()
            .filter(column -> !column.generated())
            .map(
                column -> "coalesce(octet_length(row." + Quoted.identifier(column.name()) + "), 0)")
            .collect(Collectors.joining(" + ", "2 + ", ""));
    String rowid = shape.rowid();
    if (rowid == null) {
      return mean("SELECT " + length + " AS bytes FROM " + shape.sql() + " AS row LIMIT " + PLACES);
    }
    return mean(
        """
        WITH RECURSIVE ends(first, last) AS (SELECT min(%1$s), max(%1$s) FROM %2$s),
        place(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM place WHERE n < %3$d - 1)
        SELECT (
          SELECT %4$s FROM %2$s AS row
          WHERE row.%1$s >= ends.first
            + CAST((ends.last * 1.0 - ends.first) / %3$d * place.n AS INTEGER)
          ORDER BY row.%1$s LIMIT 1) AS bytes
        FROM place, ends
        """
            .formatted(rowid, shape.sql(), PLACES, length));
  }

  private double mean(String sample) throws SQLException {
    return link.value("SELECT avg(bytes) FROM (" + sample + ")").map(Double::valueOf).orElse(0.0);
  }

  private long number(String sql) throws SQLException {
    return link.value(sql).map(Long::valueOf).orElse(0L);
  }
}
