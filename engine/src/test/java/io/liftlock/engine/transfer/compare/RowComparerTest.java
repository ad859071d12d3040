package io.liftlock.engine.transfer.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftlock.core.report.RowComparison;
import io.liftlock.core.report.RowDifference;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowComparerTest {

  private static final String TABLES =
      """
      CREATE TABLE account (id bigint PRIMARY KEY, owner text NOT NULL, balance numeric,
                            rate double precision, note text);
      INSERT INTO account SELECT i, 'owner ' || i, i * 1.50, i / 7.0, nullif('n' || i % 3, 'n0')
        FROM generate_series(1, 5000) i;
      CREATE TABLE log (at timestamptz, line text);
      INSERT INTO log SELECT '2026-01-01'::timestamptz + i * interval '1 second', 'line ' || i % 10
        FROM generate_series(1, 3000) i;
      CREATE TABLE nothing (id int PRIMARY KEY, x text);
      """;

  private final ScratchDatabase a = ScratchServer.get().freshDatabase();
  private final ScratchDatabase b = ScratchServer.get().freshDatabase();

  private RowComparison compare() {
    return TwoDatabases.compare(a.url(), b.url(), CompareOptions.DEFAULTS);
  }

  private void both(String sql) {
    a.execute(sql);
    b.execute(sql);
  }

  private List<String> said() {
    return TwoDatabases.said(compare());
  }

  @Test
  void equalTablesAreEqual() {
    both(TABLES);
    RowComparison comparison = compare();
    assertEquals(List.of(), TwoDatabases.said(comparison));
    assertTrue(comparison.isEqual());
    assertEquals(HashKind.RECORD, comparison.hash());
    assertEquals(
        List.of(5000L, 3000L, 0L),
        comparison.tables().stream().map(TableComparison::rowsA).toList());
  }

  @Test
  void namesWhatDiffersByKeyAndColumn() {
    both(TABLES);
    b.execute(
        """
        DELETE FROM account WHERE id = 17;
        INSERT INTO account VALUES (9001, 'new', 1, 1, null);
        UPDATE account SET balance = balance::numeric(20,3) WHERE id = 20;
        UPDATE account SET note = '' WHERE id = 33;
        UPDATE account SET rate = '-0' WHERE id = 40;
        """);
    a.execute("UPDATE account SET rate = 0.0 WHERE id = 40");
    assertEquals(
        List.of(
            "account different",
            "account [17] missing",
            "account [9001] extra",
            "account.balance [20] value: 30.00 | 30.000",
            "account.note [33] value: null | ",
            "account.rate [40] value: 0 | -0"),
        said());
  }

  @Test
  void aSwappedPairOfValuesIsFound() {
    both(TABLES);
    b.execute(
        """
        UPDATE account SET owner = CASE id WHEN 5 THEN 'owner 6' ELSE 'owner 5' END
         WHERE id IN (5, 6)
        """);
    assertEquals(
        List.of(
            "account different",
            "account.owner [5] value: owner 5 | owner 6",
            "account.owner [6] value: owner 6 | owner 5"),
        said());
  }

  @Test
  void whatTheTargetComputesIsComparedToo() {
    String table = "CREATE TABLE price (id int PRIMARY KEY, net int, gross int %s);";
    a.execute(table.formatted("GENERATED ALWAYS AS (net * 2) STORED"));
    b.execute(table.formatted("GENERATED ALWAYS AS (net * 3) STORED"));
    a.execute("INSERT INTO price VALUES (1, 0), (2, 5)");
    b.execute("INSERT INTO price VALUES (1, 0), (2, 5)");
    assertEquals(List.of("price different", "price.gross [2] value: 10 | 15"), said());
  }

  @Test
  void rowsWithoutAKeyAreABag() {
    both(TABLES);
    b.execute(
        """
        INSERT INTO log SELECT * FROM log WHERE line = 'line 3' AND at < '2026-01-01 00:00:05+00';
        DELETE FROM log WHERE at = '2026-01-01 00:00:20+00'
        """);
    assertEquals(
        List.of(
            "log different",
            "log [] missing: (2026-01-01 00:00:20+00, line 0) | null",
            "log [] extra: null | (2026-01-01 00:00:03+00, line 3)"),
        said());
  }

  @Test
  void tensOfThousandsOfDifferencesAreAllFound() {
    both("CREATE TABLE t (id int, k text, PRIMARY KEY (k, id))");
    a.execute("INSERT INTO t SELECT i, 'k' || i % 9 FROM generate_series(1, 160000) i");
    b.execute(
        "INSERT INTO t SELECT i, 'k' || i % 9 FROM generate_series(1, 160400) i WHERE i % 4 > 0");
    TableComparison table =
        TwoDatabases.compare(a.url(), b.url(), CompareOptions.DEFAULTS.withListed(100_000))
            .tables()
            .get(0);
    assertEquals(40_000 + 300, table.differences().size());
    assertEquals(40_300, table.differences().stream().map(RowDifference::key).distinct().count());
  }
}
