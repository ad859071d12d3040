package io.liftlock.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSeederOnSqliteTest {

  @TempDir Path folder;
  private Path file;
  private OpenDatabase open;

  @BeforeEach
  void begin() {
    file = folder.resolve("seeded.db");
    open = new OpenDatabase(DatabaseUrl.parse("sqlite:" + file));
  }

  @AfterEach
  void close() {
    open.close();
  }

  private String value(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  private void fills(String ddl) {
    Seeding seeding = open.run(ddl).seed(4);
    assertThat(seeding.gaps()).isEmpty();
    assertThat(seeding.rows())
        .isNotEmpty()
        .allSatisfy((t, count) -> assertThat(count).isEqualTo(4));
  }

  @Test
  void fillsEveryAffinityAndStrictType() throws SQLException {
    fills(
"""
CREATE TABLE loose (id INTEGER PRIMARY KEY, a TEXT, b VARCHAR(3), c REAL, d BLOB, e NUMERIC,
  f DATE, g DATETIME, h BOOLEAN, i DECIMAL(10,2), j, k JSON, l UUID, m BIGINT UNSIGNED);
CREATE TABLE strict_one (id INT NOT NULL PRIMARY KEY, a TEXT, b REAL, c BLOB, d ANY,
  e INTEGER) STRICT;
CREATE TABLE no_rowid (a TEXT, b INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, t TEXT UNIQUE COLLATE NOCASE,
  length INTEGER GENERATED ALWAYS AS (length(t)) VIRTUAL);
""");
    assertThat(value("SELECT max(length(b)) FROM loose")).isEqualTo("3");
    assertThat(value("SELECT count(*) FROM strict_one WHERE a LIKE '%東京%'")).isEqualTo("1");
  }

  @Test
  void keepsToChecksAndForeignKeys() throws SQLException {
    fills(
        """
        CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL CHECK (email LIKE '%@%'),
          age INTEGER CHECK (age BETWEEN 18 AND 120), state TEXT NOT NULL DEFAULT 'new'
            CHECK (state IN ('new', 'old')),
          code TEXT NOT NULL CHECK (code GLOB '[A-Z][A-Z][0-9][0-9]'),
          Price REAL NOT NULL CHECK (price > 0 AND typeof(price) = 'real'),
          config TEXT NOT NULL CHECK (json_valid(config)));
        CREATE TABLE trades (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users,
          parent INTEGER REFERENCES trades (id), opened TEXT NOT NULL, closed TEXT,
          CHECK (closed IS NULL OR closed >= opened));
        CREATE TABLE hens (id INTEGER PRIMARY KEY, egg INTEGER NOT NULL REFERENCES eggs (id));
        CREATE TABLE eggs (id INTEGER PRIMARY KEY, hen INTEGER NOT NULL REFERENCES hens (id));
        """);
    assertThat(value("PRAGMA foreign_key_check")).isNull();
    assertThat(value("SELECT count(*) FROM trades WHERE parent IS NOT NULL")).isNotEqualTo("0");
  }
}
