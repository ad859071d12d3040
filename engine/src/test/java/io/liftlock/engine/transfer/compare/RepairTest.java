package io.liftlock.engine.transfer.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written to make B equal A does just that. */
class RepairTest {

  private static final CompareOptions LISTED = CompareOptions.DEFAULTS.withListed(1_000);

  @TempDir Path folder;

  @Test
  void makesPostgresEqual() {
    ScratchDatabase a = ScratchServer.get().freshDatabase();
    ScratchDatabase b = ScratchServer.get().freshDatabase();
    String schema =
        """
        CREATE TYPE mood AS ENUM ('happy', 'sad');
        CREATE TABLE b_parent (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE,
                               loud text GENERATED ALWAYS AS (upper(name)) STORED);
        CREATE TABLE a_child (p bigint REFERENCES b_parent, n int, m mood, raw bytea, f float8,
                              amount numeric, tags text[], j jsonb, at timestamptz, i interval,
                              PRIMARY KEY (p, n));
        CREATE TABLE "odd ""name" ("it's" text, q int);
        INSERT INTO b_parent (name) SELECT 'p' || i FROM generate_series(1, 300) i;
        INSERT INTO a_child SELECT i, i % 3, 'happy', decode(md5(i::text), 'hex'), i / 3.0, i * 1.10,
            ARRAY['x', NULL, 'it''s \\ "' || i], jsonb_build_object('k', i),
            '2026-01-01'::timestamptz + i * interval '1 day', i * interval '1 hour'
          FROM generate_series(1, 300) i;
        INSERT INTO "odd ""name" SELECT 'v' || i % 20, nullif(i % 3, 0) FROM generate_series(1, 200) i;
        """;
    a.execute(schema);
    b.execute(schema);
    b.execute(
        """
        DELETE FROM a_child WHERE p BETWEEN 10 AND 20;
        DELETE FROM b_parent WHERE id BETWEEN 10 AND 20;
        INSERT INTO b_parent (name) SELECT 'new' || i FROM generate_series(1, 5) i;
        INSERT INTO a_child (p, n) SELECT id, 7 FROM b_parent WHERE name LIKE 'new%';
        UPDATE a_child SET f = '-0', m = 'sad', raw = NULL WHERE p = 30;
        UPDATE a_child SET tags = '{}', i = '1 day', amount = 1.0 WHERE p = 31;
        UPDATE a_child SET j = NULL, at = 'infinity' WHERE p = 32;
        UPDATE b_parent SET name = 'back\\slash ''quote''' WHERE id = 40;
        DELETE FROM "odd ""name" WHERE ctid IN (SELECT ctid FROM "odd ""name" WHERE q IS NULL LIMIT 3);
        INSERT INTO "odd ""name" VALUES ('v1', 1), ('v1', 1), (NULL, NULL);
        """);
    List<String> statements = new ArrayList<>();
    List<String> differences =
        TwoDatabases.said(
            TwoDatabases.compare(a.url(), b.url(), LISTED.withRepair(statements::add)));
    assertTrue(differences.size() > 30, differences::toString);
    assertEquals("BEGIN;", statements.get(0));
    assertEquals("COMMIT;", statements.get(statements.size() - 1));
    b.execute(String.join("\n", statements));
    assertEquals(List.of(), TwoDatabases.said(TwoDatabases.compare(a.url(), b.url(), LISTED)));
  }

  @Test
  void makesSqliteEqual() throws SQLException {
    Path a = folder.resolve("a.db");
    Path b = folder.resolve("b.db");
    String schema =
        """
        CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
        CREATE TABLE child (k BLOB NOT NULL PRIMARY KEY, p INTEGER REFERENCES parent, v, r REAL);
        CREATE TABLE bag (x, y TEXT);
        INSERT INTO parent VALUES (1, 'a'), (2, 'b'), (3, 'it''s'), (4, NULL);
        INSERT INTO child VALUES (x'01', 1, 1, 0.1), (x'02ff', 2, '1', 1e300), (x'03', 3, x'00', NULL),
          (x'04', 3, 9223372036854775807, 9e999), (x'05', 4, cast(x'610062' as text), -0.0);
        INSERT INTO bag VALUES (1, 'x'), (1, 'x'), ('1', 'x'), (NULL, NULL), (1.0, 'x');
        """;
    run(a, schema);
    run(b, schema);
    run(
        b,
        """
        DELETE FROM child WHERE k = x'02ff';
        UPDATE child SET v = 1.0 WHERE k = x'01';
        UPDATE child SET v = 'x' WHERE k = x'05';
        UPDATE child SET v = '9223372036854775807', r = -9e999 WHERE k = x'04';
        INSERT INTO child VALUES (x'77', 4, 'new', 2);
        DELETE FROM parent WHERE id = 2;
        INSERT INTO bag VALUES (1, 'x'), (x'31', 'x');
        DELETE FROM bag WHERE x IS NULL;
        """);
    List<String> statements = new ArrayList<>();
    List<String> differences =
        TwoDatabases.said(
            TwoDatabases.compare(
                TwoDatabases.sqlite(a),
                TwoDatabases.sqlite(b),
                LISTED.withRepair(statements::add)));
    assertEquals(
        List.of(
            "bag different",
            "bag [] missing: (NULL, NULL) | null",
            "bag [] extra: null | (1 (integer), x (text))",
            "bag [] extra: null | (\\x31 (bytes), x (text))",
            "parent different",
            "parent [2] missing",
            "child different",
            "child [\\x02ff] missing",
            "child [\\x77] extra",
            "child.v [\\x01] value: 1 (integer) | 1.0 (real)",
            "child.v [\\x04] value: 9223372036854775807 (integer) | 9223372036854775807 (text)",
            "child.r [\\x04] value: Infinity | -Infinity",
            "child.v [\\x05] value: a\0b | x"),
        differences);
    run(b, String.join("\n", statements));
    assertEquals(
        List.of(),
        TwoDatabases.said(
            TwoDatabases.compare(TwoDatabases.sqlite(a), TwoDatabases.sqlite(b), LISTED)));
  }

  private static void run(Path file, String script) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String one : script.split(";\\n")) {
        if (!one.isBlank()) {
          statement.execute(one);
        }
      }
    }
  }
}
