package io.liftlock.engine.transfer.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftlock.core.report.RowComparison;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL against SQLite: values of two kinds of databases in one form. */
class TwoKindsTest {

  @TempDir Path folder;

  private final ScratchDatabase postgres = ScratchServer.get().freshDatabase();

  private RowComparison compare() {
    return TwoDatabases.compare(
        postgres.url(), TwoDatabases.sqlite(folder.resolve("b.db")), CompareOptions.DEFAULTS);
  }

  private void sqlite(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("b.db"));
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  @Test
  void theSameValuesAreEqualAndOthersNamed() throws SQLException {
    postgres.execute(
        """
        CREATE TABLE t (id bigint PRIMARY KEY, n numeric, f float8, s real, b boolean, x text,
                        raw bytea, at timestamptz, d date, u uuid, j jsonb);
        INSERT INTO t VALUES
          (1, 12345678901234567.1200, 0.1::float8 + 0.2, 1.1, true, 'caf\u00e9', '\\x00ff',
           '2026-11-20 17:30:00.5+02', '2026-11-20', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{"a": 1}'),
          (2, NULL, '-0', NULL, false, '', '', NULL, NULL, NULL, NULL),
          (9007199254740993, 0.00, 1e300, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
        """);
    sqlite(
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT, f REAL, s REAL, b INTEGER, x TEXT, raw BLOB,
                        at TEXT, d TEXT, u TEXT, j TEXT)
        """,
        """
        INSERT INTO t VALUES (1, '12345678901234567.1200', 0.30000000000000004, 1.1, 1, 'caf\u00e9',
          x'00ff', '2026-11-20T15:30:00.500000Z', '2026-11-20',
          'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{"a": 1}')
        """,
        "INSERT INTO t VALUES (2, NULL, -0.0, NULL, 0, '', x'', NULL, NULL, NULL, NULL)",
        """
        INSERT INTO t VALUES (9007199254740993, '0.00', 1e300, 0, NULL, NULL, NULL, NULL, NULL, NULL,
          NULL)
        """);
    postgres.execute("UPDATE t SET f = 0 WHERE id = 2");
    RowComparison comparison = compare();
    assertEquals(List.of(), TwoDatabases.said(comparison));
    assertEquals(HashKind.TUPLES, comparison.hash());
    sqlite(
        "UPDATE t SET n = '0.0' WHERE id = 9007199254740993",
        "UPDATE t SET f = 0.3, x = NULL, b = 0 WHERE id = 1",
        "UPDATE t SET raw = NULL WHERE id = 2",
        "INSERT INTO t (id) VALUES (7)");
    assertEquals(
        List.of(
            "t different",
            "t [7] extra",
            "t.f [1] value: 0.30000000000000004 | 0.3",
            "t.b [1] value: 1 | 0",
            "t.x [1] value: caf\u00e9 | null",
            "t.raw [2] value: \\x | null",
            "t.n [9007199254740993] value: 0.00 | 0.0"),
        TwoDatabases.said(compare()));
  }

  @Test
  void aTextInAColumnOfNumbersIsADifference() throws SQLException {
    postgres.execute(
        "CREATE TABLE t (id bigint PRIMARY KEY, n int); INSERT INTO t VALUES (1, 1), (2, 2), (3,"
            + " 3)");
    sqlite(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER)",
        "INSERT INTO t VALUES (1, 1), (2, 'two'), (3, x'33')");
    assertEquals(
        List.of(
            "t different",
            "t.n [2] value: 2 | text in a column of whole numbers",
            "t.n [3] value: 3 | bytes in a column of whole numbers"),
        TwoDatabases.said(compare()));
  }
}
