package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Every kind of migration that SQLite knows: in one transaction, in transactions of its own,
 * outside of any, and a table built anew with foreign keys off. Each transaction leaves one row in
 * {@code effects}, so that what happens twice can be seen.
 */
final class KilledSqlite implements KilledRunsTest.Victim {

  private static final String[][] MIGRATIONS = {
    {
      "001_tables.sql",
      """
      CREATE TABLE effects (of TEXT NOT NULL);
      CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE trades (
        id INTEGER PRIMARY KEY,
        user_id INTEGER NOT NULL REFERENCES users (id),
        price REAL
      );
      CREATE TABLE notes (
        id INTEGER PRIMARY KEY,
        trade_id INTEGER NOT NULL REFERENCES trades (id) ON DELETE CASCADE
      );
      INSERT INTO effects VALUES ('001');
      """
    },
    {
      "002_rows.sql",
      """
      INSERT INTO users VALUES (1, 'ada'), (2, 'bob');
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150000)
      INSERT INTO trades SELECT i, 1 + i % 2, i * 1.5 FROM n;
      INSERT INTO notes SELECT id, id FROM trades WHERE id % 3 = 0;
      INSERT INTO effects VALUES ('002');
      """
    },
    {
      "003_index.sql",
      """
      CREATE INDEX trades_user ON trades (user_id, price);
      INSERT INTO effects VALUES ('003');
      """
    },
    {
      "004_blocks.sql",
      """
      BEGIN;
      INSERT INTO effects VALUES ('004 first');
      UPDATE trades SET price = price + 1 WHERE id % 2 = 0;
      COMMIT;
      INSERT INTO effects VALUES ('004 between');
      BEGIN IMMEDIATE;
      UPDATE trades SET price = price * 2 WHERE id % 5 = 0;
      INSERT INTO effects VALUES ('004 second');
      COMMIT;
      """
    },
    {
      "005_rebuild.sql",
      """
      PRAGMA foreign_keys = OFF;
      CREATE TABLE trades_new (
        id INTEGER PRIMARY KEY,
        user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        price REAL NOT NULL CHECK (price >= 0)
      );
      INSERT INTO trades_new SELECT id, user_id, price FROM trades;
      DROP TABLE trades;
      ALTER TABLE trades_new RENAME TO trades;
      CREATE INDEX trades_user ON trades (user_id, price);
      INSERT INTO effects VALUES ('005');
      PRAGMA foreign_keys = ON;
      """
    },
    {
      "006_alone.sql",
      """
      -- Transaction: none
      INSERT INTO effects VALUES ('006 before');
      VACUUM;
      INSERT INTO effects VALUES ('006 behind');
      UPDATE trades SET price = price + 3 WHERE id % 7 = 0;
      """
    },
    {
      "007_last.sql",
      """
      UPDATE trades SET price = price + 0.5;
      INSERT INTO effects VALUES ('007');
      """
    },
  };

  private final Command command;
  private final Path folder;
  private Path file;
  private int made;

  KilledSqlite(Path folder) {
    this.command = new Command(folder);
    this.folder = folder;
    this.file = folder.resolve("none.db");
    for (String[] migration : MIGRATIONS) {
      command.write(migration[0], migration[1]);
    }
  }

  @Override
  public Command fresh() throws IOException {
    Files.deleteIfExists(file);
    made++;
    file = folder.resolve("killed" + made + ".db");
    return command.on("sqlite:" + file);
  }

  @Override
  public boolean isRunning() {
    // Whoever looks into the file itself while a runner works might disturb it.
    Path journal = folder.resolve(file.getFileName() + "-journal");
    return Files.exists(file) && (Files.exists(journal) || Files.exists(walOf(file)));
  }

  private static Path walOf(Path file) {
    return file.resolveSibling(file.getFileName() + "-wal");
  }

  private String value(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "no row";
    } catch (SQLException e) {
      throw new AssertionError("the database cannot be read: " + sql, e);
    }
  }

  @Override
  public String state() {
    return String.join(
        "\n",
        Command.fingerprint(DatabaseUrl.parse("sqlite:" + file)),
        value("SELECT group_concat(of, ', ') FROM (SELECT of FROM effects ORDER BY of)"),
        value("SELECT count(*) || ' ' || sum(price) || ' ' || sum(price * (id % 11)) FROM trades"),
        value("SELECT count(*) || ' ' || sum(trade_id) FROM notes"),
        value(APPLIED));
  }

  private static final String APPLIED =
      """
      SELECT group_concat(version, ', ')
        FROM (SELECT version FROM schema_version WHERE direction = 'up' AND state = 'done' ORDER BY id)
      """;

  @Override
  public void check() {
    assertThat(value(APPLIED)).isEqualTo("001, 002, 003, 004, 005, 006, 007");
    assertThat(
            value("SELECT count(*) FROM (SELECT 1 FROM effects GROUP BY of HAVING count(*) <> 1)"))
        .as("effects that did not happen exactly once")
        .isEqualTo("0");
    assertThat(value("SELECT count(*) FROM notes")).isEqualTo("50000");
    assertThat(value("SELECT count(*) FROM pragma_foreign_key_check")).isEqualTo("0");
    assertThat(value("PRAGMA integrity_check")).isEqualTo("ok");
  }
}
