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
 * Rollbacks on PostgreSQL, in one transaction and in several, that drop indexes and build them
 * again beside the application. Each transaction leaves one row in {@code effects}.
 */
final class KilledRollback implements KilledRunsTest.Victim {

  private static final String[][] MIGRATIONS = {
    {"001_index.sql", "CREATE INDEX CONCURRENTLY big_a ON big (a);"},
    {"001_index_rollback.sql", "DROP INDEX CONCURRENTLY big_a;"},
    {"002_rows.sql", "UPDATE big SET a = a + 1 WHERE id % 3 = 0;"},
    {
      "002_rows_rollback.sql",
      """
      UPDATE big SET a = a - 1 WHERE id % 3 = 0;
      INSERT INTO effects VALUES ('002');
      """
    },
    {
      "003_mixed.sql",
      """
      ALTER TABLE big ADD COLUMN note text;
      CREATE INDEX CONCURRENTLY big_note ON big (note, a);
      """
    },
    {
      "003_mixed_rollback.sql",
      """
      INSERT INTO effects VALUES ('003 before');
      DROP INDEX CONCURRENTLY big_note;
      ALTER TABLE big DROP COLUMN note;
      INSERT INTO effects VALUES ('003 behind');
      """
    },
    {"004_drop.sql", "DROP INDEX CONCURRENTLY big_b;"},
    {
      "004_drop_rollback.sql",
      """
      INSERT INTO effects VALUES ('004 before');
      CREATE INDEX CONCURRENTLY big_b ON big (b, id);
      INSERT INTO effects VALUES ('004 behind');
      """
    },
  };

  private static final String REVERTED =
      """
      SELECT string_agg(version, ', ' ORDER BY id) FROM schema_version
       WHERE direction = 'down' AND state = 'done'
      """;

  private final Command command;
  private @Nullable ScratchDatabase database;

  KilledRollback(Path folder) {
    this.command = new Command(folder);
    for (String[] migration : MIGRATIONS) {
      command.write(migration[0], migration[1]);
    }
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE effects (of text NOT NULL);
          CREATE TABLE big AS
            SELECT g AS id, g * 7919 % 100003 AS a, md5(g::text) AS b FROM generate_series(1, 100000) g;
          CREATE INDEX big_b ON big (b, id);
          """);
    }
  }

  @Override
  public String[] arguments() {
    return new String[] {"rollback", "--to", "base"};
  }

  @Override
  public Command fresh() {
    ScratchDatabase before = database;
    if (before != null) {
      before.drop();
    }
    ScratchDatabase fresh =
        ScratchServer.get().freshDatabase("rows and effects", KilledRollback::prepare);
    database = fresh;
    Command here = command.on(fresh.urlText());
    Command.Answer up = here.run("migrate");
    assertThat(up.exit()).as(up.output()).isZero();
    return here;
  }

  private String value(String sql) {
    ScratchDatabase now = database;
    assertThat(now).as("made with fresh()").isNotNull();
    return String.valueOf(now.value(sql));
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
    ScratchDatabase now = database;
    assertThat(now).as("made with fresh()").isNotNull();
    return String.join(
        "\n",
        Command.fingerprint(now.url()),
        value("SELECT string_agg(of, ', ' ORDER BY of) FROM effects"),
        value("SELECT md5(string_agg(big::text, ',' ORDER BY id)) FROM big"),
        value(REVERTED));
  }

  @Override
  public void check() {
    assertThat(value("SELECT string_agg(of, ', ' ORDER BY of) FROM effects"))
        .isEqualTo("002, 003 before, 003 behind, 004 before, 004 behind");
    assertThat(value(REVERTED)).isEqualTo("004, 003, 002, 001");
    assertThat(value("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isEqualTo("0");
    assertThat(value("SELECT to_regclass('big_a')")).isEqualTo("null");
  }
}
