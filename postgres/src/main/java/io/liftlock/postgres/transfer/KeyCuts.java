package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.Key;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds keys that cut a table into parts of about equal size, among the rows that are really there:
 * a part of the space between the first and the last key may be empty or hold nearly all rows.
 */
final class KeyCuts {

  /** How many pages are looked at for each part; more make the parts more equal. */
  private static final int PAGES_PER_PART = 60;

  private static final int PAGES_AT_LEAST = 500;

  /**
   * Rows of some pages weighed by what they store, without bringing back what is stored out of
   * line; each part begins where the sum of those before passes its share. The same pages in every
   * run, by a fixed seed. The names in quotes are none that a key's column would have.
   */
  private static final String SQL =
      """
      WITH sampled AS (
        SELECT %1$s, %2$s AS "its weight" FROM %3$s %4$s
      ), running AS (
        SELECT %1$s,
               pg_catalog.sum("its weight") OVER (ORDER BY %5$s ROWS UNBOUNDED PRECEDING)
                 - "its weight" AS "weight before",
               pg_catalog.sum("its weight") OVER () AS "whole weight"
          FROM sampled
      ), parted AS (
        SELECT %1$s, pg_catalog.floor("weight before" * %6$d / "whole weight") AS "its part"
          FROM running
      ), neighbours AS (
        SELECT %1$s, "its part",
               pg_catalog.lag("its part") OVER (ORDER BY %5$s) AS "part before"
          FROM parted
      )
      SELECT %7$s FROM neighbours WHERE "its part" <> "part before" ORDER BY %5$s\
      """;

  private final ReadTransaction transaction;
  private final SourceTables tables;

  KeyCuts(ReadTransaction transaction, SourceTables tables) {
    this.transaction = transaction;
    this.tables = tables;
  }

  List<Key> of(ObjectId table, List<String> key, int parts) {
    if (parts <= 1 || key.isEmpty()) {
      return List.of();
    }
    if (LargeObjects.are(table)) {
      return LargeObjects.cuts(transaction, key, parts);
    }
    String doing = "the table " + table.qualified() + " cannot be cut into parts";
    SourceTable source = tables.table(table);
    String names = key.stream().map(Quoted::identifier).collect(Collectors.joining(", "));
    // Named otherwise than the columns: else ORDER BY "id" would mean this text of id.
    String texts =
        key.stream()
            .map(name -> Quoted.identifier(name) + "::pg_catalog.text AS \"liftlock's text\"")
            .collect(Collectors.joining(", "));
    String weight =
        tables.columns(table).keySet().stream()
            .map(
                name -> "COALESCE(pg_catalog.pg_column_size(t." + Quoted.identifier(name) + "), 1)")
            .collect(Collectors.joining(" + ", "(", ")::pg_catalog.int8"));
    Reply reply =
        transaction.ask(
            doing,
            SQL.formatted(
                names,
                weight,
                source.from(),
                sample(table, parts),
                tables.ranges(table).order(key),
                parts,
                texts));
    List<Key> cuts = new ArrayList<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      List<String> values = new ArrayList<>();
      for (int column = 0; column < key.size(); column++) {
        values.add(reply.required(row, column));
      }
      cuts.add(new Key(values));
    }
    return List.copyOf(cuts);
  }

  private String sample(ObjectId table, int parts) {
    double wanted = Math.max((double) PAGES_PER_PART * parts, PAGES_AT_LEAST);
    long pages = TableSizes.pages(transaction, table);
    return pages <= wanted
        ? ""
        : "TABLESAMPLE SYSTEM (%s) REPEATABLE (1)".formatted(100 * wanted / pages);
  }
}
