package io.liftlock.sqlite;

import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows whose parent is missing, as {@code PRAGMA foreign_key_check} finds them: how many, for each
 * child and parent table.
 *
 * @param counts by a text that names both tables, never a row
 */
record Violations(Map<String, Long> counts) {

  /** Every row has its parents. */
  static final Violations NONE = new Violations(Map.of());

  /** Looks through every table that has a foreign key. Reads all their rows. */
  static Violations read(Link link) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    List<String> tables =
        link.query(
            """
            SELECT DISTINCT child.name
            FROM main.sqlite_schema AS child, pragma_foreign_key_list(child.name, 'main')
            WHERE child.type = 'table'
            """,
            row -> row.getString(1));
    for (String table : tables) {
      try {
        link.query(
            "SELECT parent FROM pragma_foreign_key_check(?, 'main')",
            row -> counts.merge(table + " without their row in " + row.getString(1), 1L, Long::sum),
            table);
      } catch (SQLException e) {
        if (!Failures.text(e).startsWith("foreign key mismatch")) {
          throw e;
        }
        // The parent has no unique index on these columns: nothing can be checked, and with
        // enforcement on nothing could be written. Counts as a fault of the table.
        counts.put(table + " (" + Failures.text(e) + ")", 1L);
      }
    }
    return new Violations(counts);
  }

  /** What is there now and was not before, one text each: how many rows of which tables. */
  List<String> beyond(Violations before) {
    List<String> more = new ArrayList<>();
    counts.forEach(
        (what, count) -> {
          long added = count - before.counts.getOrDefault(what, 0L);
          if (added > 0) {
            more.add(added + (added == 1 ? " row of " : " rows of ") + what);
          }
        });
    return more;
  }
}
