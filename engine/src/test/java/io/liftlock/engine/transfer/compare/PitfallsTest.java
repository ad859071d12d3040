package io.liftlock.engine.transfer.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What has fooled other comparers: differences they do not see, and differences there are not. */
class PitfallsTest {

  private final ScratchDatabase a = ScratchServer.get().freshDatabase();
  private final ScratchDatabase b = ScratchServer.get().freshDatabase();

  private RowComparison compare() {
    return TwoDatabases.compare(a.url(), b.url(), CompareOptions.DEFAULTS);
  }

  private List<String> said() {
    return TwoDatabases.said(compare());
  }

  private void both(String sql) {
    a.execute(sql);
    b.execute(sql);
  }

  /** Values that a server's own hash function, or a careless text, calls equal. */
  private static final String[][] LOOKALIKES = {
    {"numeric", "1.0", "1.00"},
    {"numeric", "-5", "5"},
    {"numeric", "NaN", "Infinity"},
    {"double precision", "0", "-0"},
    {"double precision", "0.3", "0.30000000000000004"},
    {"real", "0", "-0"},
    {"bigint", "1", "4294967296"},
    {"bigint", "0", "-4294967296"},
    {"interval", "1 day", "24:00:00"},
    {"interval", "1 mon", "30 days"},
    {"timetz", "12:00:00+00", "13:00:00+01"},
    {"time", "00:00:00.000001", "01:11:34.967296"},
    {"jsonb", "{\"a\": 1.10}", "{\"a\": 1.1}"},
    {"json", "{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}"},
    {"text", "", null},
    {"text", "null", null},
    {"text", "<null>", null},
    {"text", "A", "a"},
    {"varchar(20)", "x", "x "},
    {"bytea", "\\x00", "\\x0000"},
    {"public.mood", "happy", "sad"},
    {"integer[]", "{1,2}", "{{1,2}}"},
    {"integer[]", "{1,2}", "[2:3]={1,2}"},
    {"integer[]", "{}", null},
    {"numeric[]", "{1.0}", "{1.00}"},
    {"text[]", "{NULL}", "{\"NULL\"}"},
    {"int4range", "[1,2)", "empty"},
    {"public.whole", "(1,x)", "(1,X)"},
    {"public.small", "1.5", "1.50"},
    {"public.citext", "Word", "word"},
    {"public.hstore", "a=>1", "a=>NULL"},
    {"bit(3)", "101", "100"},
    {"varbit", "101", "1010"},
    {"point", "(0,1)", "(-0,1)"},
    {"money", "1.00", "1.01"},
    {"inet", "10.0.0.1/8", "10.0.0.1"},
    {"xml", "<a/>", "<a></a>"},
    {"tsvector", "a:1", "a:2"},
    {"timestamp", "infinity", "-infinity"},
    {"boolean", "t", "f"},
    {"\"char\"", "a", "b"},
    {"name", "ab", "aB"},
    {"uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a12"},
  };

  @Test
  void lookalikesAreToldApart() {
    both(
        """
        CREATE EXTENSION citext; CREATE EXTENSION hstore;
        CREATE TYPE mood AS ENUM ('happy', 'sad');
        CREATE TYPE whole AS (n int, t text);
        CREATE DOMAIN small AS numeric CHECK (VALUE < 10);
        """);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < LOOKALIKES.length; i++) {
      String[] values = LOOKALIKES[i];
      String table =
          """
          CREATE TABLE t%1$s (id int PRIMARY KEY, v %2$s);
          CREATE TABLE bag%1$s (v %2$s);
          INSERT INTO t%1$s VALUES (1, NULL), (2, %3$s);
          INSERT INTO bag%1$s VALUES (NULL), (%3$s), (NULL);
          """;
      String number = "%02d".formatted(i);
      a.execute(table.formatted(number, values[0], literal(values[1])));
      b.execute(table.formatted(number, values[0], literal(values[2])));
      expected.add("bag" + number + " [] extra");
      expected.add("bag" + number + " [] missing");
      expected.add("t" + number + ".v [2] value");
    }
    List<String> found =
        said().stream()
            .filter(line -> line.contains("["))
            .map(line -> line.replaceFirst("(extra|missing|value).*", "$1"))
            .sorted()
            .toList();
    assertEquals(expected.stream().sorted().toList(), found);
  }

  private static String literal(@Nullable String value) {
    return value == null ? "NULL" : "'" + value + "'";
  }

  /** Two rows that swap one value: sums of what a server makes of a record do not change. */
  @Test
  void aSwapIsSeenWhateverTheRows() {
    both(
        """
        CREATE TABLE t (id int PRIMARY KEY, x text);
        INSERT INTO t SELECT i, 'v' || i FROM generate_series(1, 40) i;
        """);
    for (int id = 1; id < 40; id += 9) {
      b.execute(
          "UPDATE t SET x = 'v' || (%d - id) WHERE id IN (%d, %d)"
              .formatted(2 * id + 1, id, id + 1));
      assertEquals(3, said().size());
      b.execute("UPDATE t SET x = 'v' || id");
    }
  }

  @Test
  void settingsOfServerAndRoleChangeNothing() {
    both(
        """
        CREATE TABLE t (id int PRIMARY KEY, f float8, r real, z timestamptz, i interval, b bytea,
                        m money, a timestamptz[], c tstzrange, x xml);
        INSERT INTO t VALUES (1, 0.1::float8 + 0.2, 1.1, '2026-11-20 12:00+02', '1 day 2:03',
          '\\x00ff', 12.34, ARRAY['2026-11-20 12:00+02'::timestamptz], '[2026-01-01,2026-02-01)',
          '<a b="1"/>');
        """);
    b.execute(
        """
        DO $$ BEGIN
          EXECUTE format('ALTER DATABASE %1$I SET timezone = ''Asia/Kathmandu''', current_database());
          EXECUTE format('ALTER DATABASE %1$I SET datestyle = ''German, DMY''', current_database());
          EXECUTE format('ALTER DATABASE %1$I SET intervalstyle = ''iso_8601''', current_database());
          EXECUTE format('ALTER DATABASE %1$I SET extra_float_digits = 0', current_database());
          EXECUTE format('ALTER DATABASE %1$I SET bytea_output = ''escape''', current_database());
          EXECUTE format('ALTER DATABASE %1$I SET statement_timeout = ''9s''', current_database());
        END $$
        """);
    assertEquals(List.of(), said());
  }

  @Test
  void labelsAreComparedAndNotTheirNumbers() {
    a.execute("CREATE TYPE mood AS ENUM ('happy', 'sad')");
    b.execute("CREATE TYPE other AS ENUM ('x'); CREATE TYPE mood AS ENUM ('sad', 'happy')");
    b.execute("DROP TYPE mood; CREATE TYPE mood AS ENUM ('happy', 'sad')");
    both(
        """
        CREATE TABLE t (id int PRIMARY KEY, m mood, ms mood[]);
        INSERT INTO t VALUES (1, 'happy', '{sad}'), (2, 'sad', '{happy,sad}');
        """);
    assertEquals(List.of(), said());
  }

  @Test
  void columnsMayStandInAnotherOrderAndSomeMayBeGone() {
    a.execute(
        """
        CREATE TABLE t (id int PRIMARY KEY, gone text, x text, y int);
        ALTER TABLE t DROP COLUMN gone;
        INSERT INTO t VALUES (1, 'a', 1), (2, 'b', 2);
        """);
    b.execute(
        """
        CREATE TABLE t (y int, x text, id int PRIMARY KEY);
        INSERT INTO t VALUES (2, 'b', 2), (1, 'a', 1);
        """);
    assertEquals(List.of(), said());
    b.execute("UPDATE t SET x = 'c' WHERE id = 2");
    assertEquals(List.of("t different", "t.x [2] value: b | c"), said());
  }

  @Test
  void tablesMayBePartitionedOtherwise() {
    a.execute(
        """
        CREATE TABLE t (id int, x text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
        CREATE TABLE t_low PARTITION OF t FOR VALUES FROM (MINVALUE) TO (500);
        CREATE TABLE t_high PARTITION OF t FOR VALUES FROM (500) TO (MAXVALUE);
        """);
    b.execute("CREATE TABLE t (x text, id int PRIMARY KEY)");
    both("INSERT INTO t (id, x) SELECT i, 'v' || i FROM generate_series(1, 1000) i");
    assertEquals(List.of(), said());
    b.execute("DELETE FROM t WHERE id = 501");
    assertEquals(List.of("t different", "t [501] missing"), said());
  }

  @Test
  void rowsOfTablesThatInheritAreCountedOnce() {
    both(
        """
        CREATE TABLE t (id int, x text);
        CREATE TABLE t_child () INHERITS (t);
        INSERT INTO t VALUES (1, 'a');
        INSERT INTO t_child VALUES (2, 'b'), (3, 'c');
        """);
    RowComparison comparison = compare();
    assertEquals(List.of(), TwoDatabases.said(comparison));
    assertEquals(List.of(1L, 2L), comparison.tables().stream().map(t -> t.rowsA()).toList());
  }

  @Test
  void textKeysUnderOtherCollationsAreTheSameKeys() {
    a.execute("CREATE TABLE t (k text COLLATE \"C\" PRIMARY KEY, v int)");
    b.execute(
        """
        CREATE COLLATION blurred (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
        CREATE TABLE t (k text COLLATE "und-x-icu" PRIMARY KEY, v int);
        """);
    both(
        "INSERT INTO t SELECT chr(65 + i % 26) || chr(97 + i % 7) || i, i FROM generate_series(1,"
            + " 9000) i");
    assertEquals(List.of(), said());
    b.execute("UPDATE t SET v = 0 WHERE k = 'Bb1'; DELETE FROM t WHERE k = 'Cc2'");
    assertEquals(List.of("t different", "t [Cc2] missing", "t.v [Bb1] value: 1 | 0"), said());
    b.execute("ALTER TABLE t ALTER k TYPE text COLLATE blurred");
    assertEquals(List.of("t different", "t [Cc2] missing", "t.v [Bb1] value: 1 | 0"), said());
  }

  @Test
  void aTableWithoutColumnsHasRows() {
    both("CREATE TABLE t (); INSERT INTO t DEFAULT VALUES; INSERT INTO t DEFAULT VALUES");
    assertEquals(List.of(), said());
    b.execute("INSERT INTO t DEFAULT VALUES");
    assertEquals(List.of("t different", "t [] extra: null | ()"), said());
  }

  @Test
  void sixteenHundredColumnsAreNotTooMany() {
    both(
        """
        DO $$ BEGIN
          EXECUTE 'CREATE TABLE t (id int PRIMARY KEY, '
            || (SELECT string_agg('c' || i || ' smallint', ', ') FROM generate_series(1, 1599) i)
            || ')';
        END $$;
        INSERT INTO t (id, c7) SELECT i, i FROM generate_series(1, 50) i;
        """);
    assertEquals(List.of(), said());
    b.execute("UPDATE t SET c1599 = 1 WHERE id = 9");
    assertEquals(List.of("t different", "t.c1599 [9] value: null | 1"), said());
  }

  @Test
  void typesThatDifferAreComparedByWhatTheySay() {
    a.execute(
        "CREATE TABLE t (id int PRIMARY KEY, n numeric(6,2), v varchar(9), c char(5), b boolean, i"
            + " inet, f real)");
    b.execute(
        "CREATE TABLE t (id bigint PRIMARY KEY, n numeric(12,4), v text, c text, b text, i text, f"
            + " float8)");
    both(
        "INSERT INTO t VALUES (1, 1.50, 'x', 'ab   ', 't', '10.0.0.1', 1.1), (2, 7, 'y', NULL,"
            + " NULL, NULL, NULL)");
    assertEquals(List.of(), said());
    b.execute("UPDATE t SET n = 1.5001 WHERE id = 1");
    assertEquals(List.of("t different", "t.n [1] value: 1.5 | 1.5001"), said());
  }

  @Test
  void oneTypeNameForTwoTypesIsNoDifference() {
    a.execute("CREATE DOMAIN amount AS integer");
    b.execute("CREATE DOMAIN amount AS bigint");
    both("CREATE TABLE t (id int PRIMARY KEY, v amount); INSERT INTO t VALUES (1, 5), (2, NULL)");
    assertEquals(List.of(), said());
    b.execute("UPDATE t SET v = 6 WHERE id = 1");
    assertEquals(List.of("t different", "t.v [1] value: 5 | 6"), said());
  }

  @Test
  void encodingsMayDiffer() {
    ScratchServer server = ScratchServer.get();
    server.execute(
        "CREATE DATABASE latin_compare ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE"
            + " template0");
    ScratchDatabase latin = b;
    DatabaseUrl url =
        b.url().withLocation(b.url().location().replace(latin.name(), "latin_compare"));
    both("CREATE TABLE t (id int PRIMARY KEY, x text); INSERT INTO t VALUES (1, 'caf\u00e9')");
    RowComparison same = TwoDatabases.compare(a.url(), b.url(), CompareOptions.DEFAULTS);
    assertEquals(HashKind.RECORD, same.hash());
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql:" + url.location(), url.user(), url.password());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE t (id int PRIMARY KEY, x text); INSERT INTO t VALUES (1, 'caf\u00e9')");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    RowComparison comparison = TwoDatabases.compare(a.url(), url, CompareOptions.DEFAULTS);
    assertEquals(List.of(), TwoDatabases.said(comparison));
    assertEquals(HashKind.SHA256, comparison.hash());
  }
}
