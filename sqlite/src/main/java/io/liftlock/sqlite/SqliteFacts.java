package io.liftlock.sqlite;

import io.liftlock.core.database.FactReader;
import io.liftlock.core.database.Facts;
import io.liftlock.core.database.TableFacts;
import io.liftlock.core.sql.RelationName;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.LinkSource;
import io.liftlock.sqlite.sql.Quoted;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How large the tables of a SQLite file are. Rows are what ANALYZE has counted, else the largest
 * rowid, which is found at once; a table that has neither is left out. SQLite keeps no count of
 * reads and writes.
 */
final class SqliteFacts implements FactReader {

  /** In a larger file the pages of each table are not counted: that reads all of it. */
  private static final long MOST_PAGES = 20_000;

  private static final String TABLES =
      """
      SELECT l.name, l.wr FROM main.pragma_table_list l
       WHERE l.schema = 'main' AND l.type = 'table' AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       ORDER BY l.name\
      """;

  private final LinkSource links;

  SqliteFacts(LinkSource links) {
    this.links = links;
  }

  private record Found(String name, boolean withoutRowid) {}

  @Override
  public Facts read() {
    Optional<Link> link = links.ifThere();
    if (link.isEmpty()) {
      return Facts.unknown();
    }
    try {
      return read(link.get());
    } catch (SQLException e) {
      throw Failures.error(links.file(), "reading how large tables are", e);
    }
  }

  private static Facts read(Link link) throws SQLException {
    Map<String, Long> counted = counted(link);
    Map<String, Long> rows = new HashMap<>();
    for (Found table : link.query(TABLES, row -> new Found(row.getString(1), row.getInt(2) == 1))) {
      Long known = counted.get(table.name());
      if (known == null && !table.withoutRowid()) {
        known =
            link.value("SELECT max(rowid) FROM main." + Quoted.identifier(table.name()))
                .map(Long::valueOf)
                .orElse(0L);
      }
      if (known != null) {
        rows.put(table.name(), Math.max(0, known));
      }
    }
    Map<String, Long> bytes = bytes(link, rows);
    Map<RelationName, TableFacts> facts = new HashMap<>();
    rows.forEach(
        (name, count) ->
            facts.put(
                RelationName.of(name),
                new TableFacts(
                    count,
                    bytes.getOrDefault(name, 0L),
                    OptionalLong.empty(),
                    OptionalLong.empty())));
    return new Facts(facts, Map.of(), Optional.empty());
  }

  /** What ANALYZE has counted: the first number of each index's text is the table's rows. */
  private static Map<String, Long> counted(Link link) throws SQLException {
    Map<String, Long> counted = new HashMap<>();
    if (link.value("SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_stat1'").isPresent()) {
      List<String[]> lines =
          link.query(
              "SELECT tbl, stat FROM main.sqlite_stat1 WHERE stat IS NOT NULL",
              row -> new String[] {row.getString(1), row.getString(2)});
      for (String[] line : lines) {
        String first = line[1].split(" ", 2)[0];
        if (first.matches("\\d{1,18}")) {
          counted.merge(line[0], Long.valueOf(first), Math::max);
        }
      }
    }
    return counted;
  }

  /** By the pages of each table and its indexes; of a large file by each table's share of rows. */
  private static Map<String, Long> bytes(Link link, Map<String, Long> rows) throws SQLException {
    Map<String, Long> bytes = new HashMap<>();
    long pages = number(link, "PRAGMA main.page_count");
    if (pages <= MOST_PAGES && hasPageTable(link)) {
      link.forEach(
          """
          SELECT s.tbl_name, sum(d.pgsize)
            FROM main.sqlite_schema s
            JOIN dbstat d ON d.name = s.name AND d.schema = 'main' AND d.aggregate = TRUE
           WHERE s.type IN ('table', 'index')
           GROUP BY s.tbl_name\
          """,
          row -> bytes.put(row.getString(1), row.getLong(2)));
      return bytes;
    }
    double all = Math.max(1, rows.values().stream().mapToLong(Long::longValue).sum());
    double size = (double) pages * number(link, "PRAGMA main.page_size");
    rows.forEach((name, count) -> bytes.put(name, Math.round(size * count / all)));
    return bytes;
  }

  private static boolean hasPageTable(Link link) throws SQLException {
    return link.value("SELECT 1 FROM pragma_module_list WHERE name = 'dbstat'").isPresent();
  }

  private static long number(Link link, String sql) throws SQLException {
    return link.value(sql).map(Long::valueOf).orElse(0L);
  }
}
