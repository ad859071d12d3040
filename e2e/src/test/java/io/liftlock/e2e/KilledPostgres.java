package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of migration that PostgreSQL knows: in one transaction, in several, in transactions of
 * its own, and outside of any. Each transaction leaves one row in {@code effects}, so that what
 * happens twice can be seen.
 */
final class KilledPostgres implements KilledRunsTest.Victim {

  private static final String[][] MIGRATIONS = {
    {
      "001_tables.sql",
      """
      CREATE TABLE effects (of text NOT NULL);
      CREATE TYPE mood AS ENUM ('calm', 'wild');
      CREATE TABLE moods (id int PRIMARY KEY, mood mood NOT NULL);
      CREATE TABLE events (at date NOT NULL, what text) PARTITION BY RANGE (at);
      CREATE TABLE events_old PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
      CREATE TABLE events_new PARTITION OF events FOR VALUES FROM ('2021-01-01') TO ('2030-01-01');
      INSERT INTO events SELECT date '2020-01-01' + g % 3000, 'e' || g FROM generate_series(1, 20000) g;
      INSERT INTO effects VALUES ('001');
      """
    },
    {
      "002_rows.sql",
      """
      ALTER TABLE big ADD COLUMN note text;
      UPDATE big SET note = 'n' || id, a = a + 1 WHERE id % 4 = 0;
      INSERT INTO effects VALUES ('002');
      """
    },
    {"003_index.sql", "CREATE INDEX CONCURRENTLY big_a ON big (a);"},
    {
      "004_mixed.sql",
      """
      CREATE TABLE four (id int PRIMARY KEY);
      INSERT INTO effects VALUES ('004 before');
      CREATE INDEX CONCURRENTLY big_b ON big (b, id);
      INSERT INTO effects VALUES ('004 behind');
      UPDATE big SET a = a + 1 WHERE id % 9 = 0;
      """
    },
    {
      "005_blocks.sql",
      """
      BEGIN;
      INSERT INTO effects VALUES ('005 first');
      UPDATE big SET a = a + 1 WHERE id % 5 = 0;
      COMMIT;
      INSERT INTO effects VALUES ('005 between');
      BEGIN;
      CREATE TABLE five (id int PRIMARY KEY);
      INSERT INTO effects VALUES ('005 second');
      COMMIT;
      """
    },
    {
      "006_vacuum.sql",
      """
      -- Transaction: none
      INSERT INTO effects VALUES ('006 before');
      VACUUM big;
      INSERT INTO effects VALUES ('006 behind');
      UPDATE big SET a = a + 1 WHERE id % 7 = 0;
      """
    },
    {
      "007_value.sql",
      """
      ALTER TYPE mood ADD VALUE 'great';
      INSERT INTO moods VALUES (1, 'great');
      INSERT INTO effects VALUES ('007');
      """
    },
    {
      "008_detach.sql",
      """
      ALTER TABLE events DETACH PARTITION events_old CONCURRENTLY;
      INSERT INTO effects VALUES ('008');
      """
    },
    {
      "009_drop.sql",
      """
      DROP INDEX CONCURRENTLY big_a;
      INSERT INTO effects VALUES ('009');
      """
    },
    {
      "010_reindex.sql",
      """
      REINDEX INDEX CONCURRENTLY big_b;
      INSERT INTO effects VALUES ('010');
      """
    },
    {
      "011_unique.sql",
      """
      CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS big_u ON big (id, a);
      INSERT INTO effects VALUES ('011');
      """
    },
    {
      "012_last.sql",
      """
      UPDATE big SET b = note || a WHERE id % 6 = 0;
      INSERT INTO effects VALUES ('012');
      """
    },
  };

  private final Command command;
  private @Nullable ScratchDatabase database;

  KilledPostgres(Path folder) {
    this.command = new Command(folder);
    for (String[] migration : MIGRATIONS) {
      command.write(migration[0], migration[1]);
    }
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE big AS
            SELECT g AS id, g * 7919 % 100003 AS a, md5(g::text) AS b FROM generate_series(1, 100000) g
          """);
    }
  }

  @Override
  public Command fresh() {
    ScratchDatabase before = database;
    if (before != null) {
      before.drop();
    }
    ScratchDatabase fresh =
        ScratchServer.get().freshDatabase("a hundred thousand rows", KilledPostgres::prepare);
    database = fresh;
    return command.on(fresh.urlText());
  }

  /** The same database through a port of this machine. */
  Command through(int port) {
    return command.on(database().urlText().replace("@" + address(), "@127.0.0.1:" + port));
  }

  /** Host and port of the server. */
  String address() {
    return database().host() + ":" + database().port();
  }

  /** The database that was made last. */
  ScratchDatabase database() {
    ScratchDatabase now = database;
    assertThat(now).as("made with fresh()").isNotNull();
    return now;
  }

  private String value(String sql) {
    return String.valueOf(database().value(sql));
  }

  @Override
  public boolean isRunning() {
    return !value(
            """
            SELECT count(*) FROM pg_locks
             WHERE locktype = 'advisory' AND granted
               AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """)
        .equals("0");
  }

  @Override
  public String state() {
    return String.join(
        "\n",
        Command.fingerprint(database().url()),
        value("SELECT string_agg(of, ', ' ORDER BY of) FROM effects"),
        value("SELECT string_agg(id || ' ' || mood, ', ') FROM moods"),
        value("SELECT md5(string_agg(big::text, ',' ORDER BY id)) FROM big"),
        value("SELECT count(*) FROM events"),
        value(
            """
            SELECT string_agg(version, ', ' ORDER BY id) FROM schema_version
             WHERE direction = 'up' AND state = 'done'
            """));
  }

  @Override
  public void check() {
    assertThat(
            value(
                "SELECT string_agg(of, ', ') FROM (SELECT of FROM effects GROUP BY 1 HAVING"
                    + " count(*) <> 1) x"))
        .as("effects that did not happen exactly once")
        .isEqualTo("null");
    assertThat(
            value(
                """
                SELECT string_agg(version, ', ' ORDER BY id) FROM schema_version
                 WHERE direction = 'up' AND state = 'done'
                """))
        .isEqualTo("001, 002, 003, 004, 005, 006, 007, 008, 009, 010, 011, 012");
    assertThat(
            value(
                "SELECT string_agg(indexrelid::regclass::text, ', ') FROM pg_index WHERE NOT"
                    + " indisvalid"))
        .as("invalid indexes")
        .isEqualTo("null");
  }
}
