package io.liftlock.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.Facts;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.sql.RelationName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large the tables of a file are. */
class SqliteFactsTest {

  @TempDir Path folder;

  private Facts read(Path file) {
    RunnerIdentity runner = new RunnerIdentity("tester", "here", 1, Instant.EPOCH, "test");
    try (Database database =
        new SqliteDriver()
            .open(
                DatabaseUrl.parse("sqlite:" + file),
                new OpenOptions("main", HistoryTable.DEFAULT, runner))) {
      return database.facts().read();
    }
  }

  @Test
  void tellsRowsAndBytes() throws SQLException {
    Path file = folder.resolve("a.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, note TEXT)");
      statement.execute("CREATE INDEX notes ON users (note)");
      statement.execute(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
              + " INSERT INTO users SELECT i, 'note ' || i FROM n");
      statement.execute("CREATE TABLE bare (k TEXT PRIMARY KEY) WITHOUT ROWID");
      statement.execute("CREATE TABLE empty (a)");
    }
    Facts facts = read(file);
    assertThat(facts.table(RelationName.of("users")).orElseThrow().rows()).isEqualTo(2000);
    assertThat(facts.table(RelationName.of("users")).orElseThrow().bytes())
        .isBetween(40_000L, 200_000L);
    assertThat(facts.table(RelationName.of("empty")).orElseThrow().rows()).isZero();
    assertThat(facts.table(RelationName.of("bare"))).isEmpty();
    assertThat(facts.longestTransaction()).isEmpty();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO bare VALUES ('a'), ('b')");
      statement.execute("DELETE FROM users WHERE id < 1001");
      statement.execute("ANALYZE");
    }
    assertThat(read(file).table(RelationName.of("users")).orElseThrow().rows()).isEqualTo(1000);
    assertThat(read(file).table(RelationName.of("bare")).orElseThrow().rows()).isEqualTo(2);
  }

  @Test
  void knowsNothingOfAFileThatIsNotThere() {
    assertThat(read(folder.resolve("none.db"))).isEqualTo(Facts.unknown());
  }
}
