package io.liftlock.sqlite.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.liftlock.core.syntax.NotUnderstood;
import io.liftlock.core.syntax.Reading;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQLite itself is the judge of what is a statement and what is none. */
class SqliteGrammarTest {

  private static final Pattern NEAR =
      Pattern.compile("(?s).*\\[SQLITE_ERROR\\].*\\(near \"(.*)\": syntax error\\)");

  private static Connection sqlite;

  @BeforeAll
  static void openWithTables() throws SQLException {
    sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = sqlite.createStatement()) {
      for (String sql :
          List.of(
              "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c REAL, d)",
              "CREATE TABLE u (a INTEGER, b TEXT UNIQUE, t_a INTEGER REFERENCES t)",
              "CREATE TABLE old (x, y)",
              "CREATE INDEX u_a ON u (a)",
              "CREATE VIEW w AS SELECT a, b FROM t",
              "CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT 1; END")) {
        statement.execute(sql);
      }
    }
  }

  @AfterAll
  static void close() throws SQLException {
    sqlite.close();
  }

  /** SQLite's complaint; empty where it takes the statement. */
  private static String complaint(String sql) {
    try {
      sqlite.prepareStatement(sql).close();
      return "";
    } catch (SQLException e) {
      return e.getMessage();
    }
  }

  private static boolean isSyntaxError(String complaint) {
    return complaint.contains("syntax error")
        || complaint.contains("incomplete input")
        || complaint.contains("unrecognized token")
        || complaint.contains("unknown table option");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE n (a)",
        "CREATE TABLE IF NOT EXISTS main.n (a INT, b VARCHAR(10), c DECIMAL(10, -2)) STRICT",
        "CREATE TEMP TABLE n (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID",
        "CREATE TEMPORARY TABLE n AS SELECT * FROM t",
        "CREATE TABLE n (a INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT NOT NULL DEFAULT 'x')",
        "CREATE TABLE n (a INTEGER PRIMARY KEY DESC ON CONFLICT REPLACE, b NULL UNIQUE) STRICT",
        "CREATE TABLE n (a INT PRIMARY KEY, b INT) STRICT, WITHOUT ROWID",
        "CREATE TABLE n (a INT GENERATED ALWAYS AS (b * 2) STORED, b AS (c) VIRTUAL, c)",
        "CREATE TABLE n (a CONSTRAINT x NOT NULL CONSTRAINT y CHECK (a > 0), CHECK (a < 9))",
        "CREATE TABLE n (a DEFAULT (1 + 2), b DEFAULT -1, c DEFAULT + 1.5, d DEFAULT"
            + " CURRENT_TIMESTAMP)",
        "CREATE TABLE n (a DEFAULT x'00ff', b DEFAULT true, c DEFAULT word, d COLLATE nocase)",
        "CREATE TABLE n (a REFERENCES t (a) ON DELETE CASCADE ON UPDATE SET NULL MATCH FULL)",
        "CREATE TABLE n (a REFERENCES t DEFERRABLE INITIALLY DEFERRED, b REFERENCES t NOT"
            + " DEFERRABLE)",
        "CREATE TABLE n (a, b, FOREIGN KEY (a, b) REFERENCES u (a, b) ON DELETE NO ACTION)",
        "CREATE TABLE n (a, b, UNIQUE (a COLLATE nocase DESC, b) ON CONFLICT IGNORE CHECK (a))",
        "CREATE TABLE n (a, CONSTRAINT p PRIMARY KEY (a), CONSTRAINT q UNIQUE (a))",
        "CREATE TABLE \"n m\" ([a b] INT, `c` TEXT, 'd' BLOB)",
        "CREATE TABLE n (key TEXT, desc TEXT, \"order\" INT, temp, row, replace)",
        "CREATE TABLE n (a UNSIGNED BIG INT, b DOUBLE PRECISION (1), c 'long text')",
        "CREATE TABLE n (a CHECK (a IN (1, 2)) CHECK (length(a) BETWEEN 1 AND 3))",
        "CREATE TABLE n (a CONSTRAINT x, b CONSTRAINT y CONSTRAINT z NOT NULL)",
        "CREATE INDEX i ON t (b)",
        "CREATE UNIQUE INDEX IF NOT EXISTS main.i ON t (b COLLATE nocase DESC, a + 1, lower(b))",
        "CREATE INDEX i ON t (b) WHERE b IS NOT NULL AND c > 0",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TEMP VIEW IF NOT EXISTS v (x, y) AS WITH q AS (SELECT 1) SELECT *, 2 FROM q",
        "CREATE TRIGGER g AFTER UPDATE OF a, b ON t FOR EACH ROW WHEN new.a > 1 BEGIN UPDATE u SET"
            + " a = 1 WHERE a = old.a; DELETE FROM u; END",
        "CREATE TRIGGER IF NOT EXISTS g BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'no') WHERE 1;"
            + " INSERT INTO u (a) VALUES (1); END",
        "CREATE TRIGGER g INSTEAD OF INSERT ON w BEGIN REPLACE INTO t VALUES (1, 2, 3, 4); SELECT"
            + " CASE WHEN 1 THEN 2 END; END",
        "CREATE VIRTUAL TABLE f USING fts5(a, b, tokenize = 'porter ascii')",
        "ALTER TABLE t RENAME TO z",
        "ALTER TABLE t RENAME COLUMN b TO z",
        "ALTER TABLE t RENAME b TO z",
        "ALTER TABLE t ADD COLUMN z TEXT NOT NULL DEFAULT 'x' COLLATE nocase",
        "ALTER TABLE main.t ADD z REFERENCES u (a)",
        "ALTER TABLE t ADD COLUMN z AS (a + 1)",
        "ALTER TABLE old DROP COLUMN y",
        "ALTER TABLE old DROP y",
        "DROP TABLE t",
        "DROP TABLE IF EXISTS main.missing",
        "DROP INDEX u_a",
        "DROP VIEW IF EXISTS w",
        "DROP TRIGGER tr",
        "SELECT 1",
        "SELECT DISTINCT a AS x, t.b y, t.*, main.t.c \"z\" FROM t, u AS k",
        "SELECT ALL * FROM t LEFT OUTER JOIN u USING (a) CROSS JOIN old o ON 1 NATURAL JOIN w",
        "SELECT a FROM (t JOIN u ON t.a = u.a) , (SELECT 1 AS q) s WHERE q",
        "SELECT a FROM t WHERE a IN (1, 2) AND b NOT IN (SELECT b FROM u) OR a IN u AND a IN () ",
        "SELECT a FROM t WHERE b LIKE 'x%' ESCAPE '!' AND b NOT GLOB 'y' AND b IS NOT DISTINCT FROM"
            + " 1",
        "SELECT a FROM t WHERE a BETWEEN 1 AND 2 + 3 AND c NOT BETWEEN 1 AND 2",
        "SELECT a FROM t WHERE b ISNULL OR b NOTNULL OR b NOT NULL OR b IS NULL OR b IS NOT NULL",
        "SELECT a FROM t WHERE NOT a = 1 AND NOT EXISTS (SELECT 1 FROM u WHERE u.a = t.a)",
        "SELECT -a, +a, ~a, - -a, a || b -> '$.x' ->> 'y', a << 1 | 2 & 3, a % 2 / 3 * 4 FROM t",
        "SELECT a == 1, a <> 1, a != 1, a <= 1, a >= 1, (a, b) = (1, 2), (SELECT 1) FROM t",
        "SELECT CASE a WHEN 1 THEN 2 ELSE 3 END, CASE WHEN a THEN b END, CAST(a AS VARCHAR(3)) FROM"
            + " t",
        "SELECT count(*), count(DISTINCT a), group_concat(b, ',' ORDER BY a DESC) FILTER (WHERE a >"
            + " 1) FROM t",
        "SELECT sum(a) OVER (), sum(a) OVER k, rank() OVER (PARTITION BY b ORDER BY a NULLS LAST)"
            + " FROM t WINDOW k AS (ORDER BY a)",
        "SELECT sum(a) OVER (ORDER BY a ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES) FROM"
            + " t",
        "SELECT sum(a) OVER (ORDER BY a RANGE UNBOUNDED PRECEDING EXCLUDE NO OTHERS) FROM t",
        "SELECT sum(a) OVER (k GROUPS 1 FOLLOWING) FROM t WINDOW k AS (ORDER BY a), l AS (PARTITION"
            + " BY a)",
        "SELECT a FROM t GROUP BY a, b HAVING count(*) > 1 ORDER BY a COLLATE nocase DESC NULLS"
            + " FIRST LIMIT 1 OFFSET 2",
        "SELECT a FROM t LIMIT 1, 2",
        "SELECT a FROM t UNION ALL SELECT a FROM u EXCEPT SELECT 1 ORDER BY 1",
        "VALUES (1, 2), (3, 4)",
        "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 5) SELECT n FROM r",
        "WITH x AS MATERIALIZED (SELECT 1), y AS NOT MATERIALIZED (SELECT 2) SELECT * FROM x, y",
        "SELECT * FROM t INDEXED BY nothing_here",
        "SELECT * FROM t NOT INDEXED WHERE a = ?1 AND b = :name AND c = @x AND d = $y AND a = ?",
        "SELECT * FROM json_each('[1]') AS j, pragma_table_info('t')",
        "SELECT 'it''s', \"b\", [b], `b`, x'AB', 0x1F, 1.5e-3, .5, 1_000 FROM t",
        "SELECT current_date, CURRENT_TIME, current_timestamp, true, null",
        "SELECT left, right, full FROM (SELECT 1 AS left, 2 AS right, 3 AS full)",
        "INSERT INTO t VALUES (1, 2, 3, 4), (5, 6, 7, 8)",
        "INSERT OR IGNORE INTO main.t (a, b) SELECT a, b FROM u WHERE true",
        "INSERT INTO t DEFAULT VALUES RETURNING a, *",
        "INSERT INTO u AS k (a, b) VALUES (1, 'x') ON CONFLICT (b) DO UPDATE SET a = excluded.a"
            + " WHERE k.a > 1",
        "INSERT INTO u (a, b) VALUES (1, 'x') ON CONFLICT (b) DO NOTHING ON CONFLICT DO UPDATE SET"
            + " (a, b) = (1, 2)",
        "REPLACE INTO t (a) VALUES (1)",
        "WITH q AS (SELECT 1) INSERT INTO t (a) SELECT * FROM q",
        "UPDATE t SET a = 1, b = b || 'x' WHERE a > 1 RETURNING a AS z",
        "UPDATE OR REPLACE t AS k SET (a, b) = (SELECT 1, 2) FROM u WHERE u.a = k.a",
        "DELETE FROM t WHERE a IN (SELECT a FROM u LIMIT 10)",
        "DELETE FROM main.t AS k WHERE k.a = 1",
        "WITH q AS (SELECT 1 AS z) DELETE FROM t WHERE a IN q",
        "BEGIN",
        "BEGIN IMMEDIATE TRANSACTION",
        "BEGIN EXCLUSIVE",
        "COMMIT",
        "END TRANSACTION",
        "ROLLBACK",
        "ROLLBACK TRANSACTION TO SAVEPOINT s",
        "ROLLBACK TO s",
        "SAVEPOINT s",
        "RELEASE SAVEPOINT s",
        "RELEASE s",
        "PRAGMA foreign_keys",
        "PRAGMA foreign_keys = ON",
        "PRAGMA main.journal_mode = WAL",
        "PRAGMA journal_mode = delete",
        "PRAGMA cache_size(-2000)",
        "PRAGMA table_info('t')",
        "ATTACH 'x.db' AS x",
        "ATTACH DATABASE 'a' || 'b' AS \"x\"",
        "DETACH DATABASE x",
        "VACUUM",
        "VACUUM main",
        "VACUUM INTO 'copy.db'",
        "REINDEX",
        "REINDEX nocase",
        "REINDEX main.t",
        "ANALYZE",
        "ANALYZE main.t",
        "EXPLAIN SELECT 1",
        "EXPLAIN QUERY PLAN DELETE FROM t",
        "SELECT 1 /* not closed",
        "SELECT 'ü😀' -- so"
      })
  void whatSqliteTakesIsRead(String sql) {
    String complaint = complaint(sql);
    assertThat(isSyntaxError(complaint)).as("%s: %s", sql, complaint).isFalse();

    assertThat(SqliteParser.read(sql)).as(sql).isInstanceOf(Reading.Understood.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELEC 1",
        "SELECT",
        "SELECT FROM t",
        "SELECT a FORM t WHERE",
        "SELECT a, FROM t",
        "SELECT (1",
        "SELECT 1)",
        "SELECT 1 +",
        "SELECT a FROM t WHERE",
        "SELECT a FROM t ORDER a",
        "SELECT a FROM t LIMIT",
        "SELECT 'open",
        "SELECT \"open",
        "SELECT x'0'",
        "SELECT 1 2",
        "SELECT 1abc",
        "SELECT CASE END",
        "SELECT CAST(a, b)",
        "SELECT a BETWEEN 1 OR 2",
        "CREATE TABLE (a)",
        "CREATE TABLE n",
        "CREATE TABLE n ()",
        "CREATE TABLE n (a,)",
        "CREATE TABLE n (a INT",
        "CREATE TABLE n (a DEFAULT 1 + 2)",
        "CREATE TABLE n (CHECK (1))",
        "CREATE TABLE n (a NOT)",
        "CREATE TABLE n (a PRIMARY)",
        "CREATE TABLE n (a) WITHOUT",
        "CREATE TABLE n (a REFERENCES)",
        "CREATE TABLE n (a INT, UNIQUE (a), b INT)",
        "CREATE TABLE n (select INT)",
        "CREATE INDEX ON t (a)",
        "CREATE INDEX i ON t",
        "CREATE INDEX CONCURRENTLY i ON t (a)",
        "CREATE OR REPLACE VIEW v AS SELECT 1",
        "CREATE VIEW v AS DELETE FROM t",
        "CREATE TRIGGER g AFTER INSERT ON t BEGIN END",
        "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1 END",
        "CREATE TEMP INDEX i ON t (a)",
        "CREATE SCHEMA x",
        "ALTER TABLE t",
        "ALTER TABLE t ADD COLUMN",
        "ALTER TABLE t RENAME COLUMN a z",
        "ALTER TABLE t ALTER COLUMN a TYPE text",
        "ALTER TABLE t DROP COLUMN IF EXISTS a",
        "DROP t",
        "DROP TABLE t CASCADE",
        "DROP TABLE t, u",
        "INSERT t VALUES (1)",
        "INSERT INTO t (a) VALUES 1",
        "INSERT INTO t VALUES ()",
        "UPDATE t a = 1",
        "UPDATE t SET",
        "DELETE t",
        "TRUNCATE t",
        "BEGIN WORK",
        "PRAGMA",
        "VACUUM t u",
        "SELECT a FROM t FOR UPDATE",
        "SELECT a::text FROM t",
        "GRANT ALL ON t TO x",
        "SELECT ü🙂 FROM t WHERE )"
      })
  void whatSqliteRefusesIsRefusedAtTheSamePlace(String sql) {
    String complaint = complaint(sql);
    NotUnderstood why =
        SqliteParser.read(sql)
            .match(
                new Reading.Cases<>() {
                  @Override
                  public NotUnderstood understood(Reading.Understood reading) {
                    return fail("%s is taken; SQLite: %s", sql, complaint);
                  }

                  @Override
                  public NotUnderstood refused(Reading.Refused reading) {
                    return reading.why();
                  }
                });

    Matcher near = NEAR.matcher(complaint);
    if (near.matches()) {
      assertThat(sql.substring(why.at())).as(complaint).startsWith(near.group(1));
    } else if (complaint.contains("incomplete input")) {
      assertThat(why.at()).as(complaint).isEqualTo(sql.length());
    } else {
      assertThat(complaint).containsAnyOf("unrecognized token", "syntax error");
    }
  }

  /** Words of statements in any order: both must agree whether that is SQL. */
  @Test
  void statementsOfShuffledWordsAreJudgedAlike() {
    List<String> words =
        List.of(
            "SELECT", "a", "FROM", "t", ",", "(", ")", "WHERE", "=", "1", "'x'", "NOT", "NULL",
            "IS", "AND", "IN", "ORDER", "BY", "LIMIT", "INSERT", "INTO", "VALUES", "UPDATE", "SET",
            "DELETE", "CREATE", "TABLE", "INDEX", "ON", "PRIMARY", "KEY", "DEFAULT", "-", "*", ".",
            "AS", "CASE", "WHEN", "END", "JOIN", "LEFT", "count", "WITH", "||", "OVER", "b",
            "COLLATE", "nocase", "LIKE", "BETWEEN", "EXISTS", "CAST", "UNION", "DESC");
    List<String> beginnings =
        List.of(
            "SELECT ",
            "SELECT a FROM t ",
            "SELECT a FROM t WHERE ",
            "CREATE TABLE n (a ",
            "INSERT INTO t ",
            "UPDATE t SET a = ",
            "DELETE FROM t ",
            "ALTER TABLE t ",
            "CREATE INDEX i ON t (",
            "");
    Random random = new Random(7);
    int taken = 0;
    for (int i = 0; i < 6000; i++) {
      StringBuilder sql = new StringBuilder(beginnings.get(random.nextInt(beginnings.size())));
      for (int n = random.nextInt(6); n >= 0; n--) {
        sql.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      String text = sql.toString();
      String complaint = complaint(text);
      boolean refused = isSyntaxError(complaint);
      taken += refused ? 0 : 1;
      assertThat(SqliteParser.read(text) instanceof Reading.Refused)
          .as("%s: %s", text, complaint)
          .isEqualTo(refused);
    }
    assertThat(taken).isGreaterThan(100);
  }
}
