package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.ServerSource;
import io.liftlock.embedded.EmbeddedServerSource;
import io.liftlock.testkit.Forked;
import io.liftlock.testkit.RowText;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import io.liftlock.testkit.TwentyTables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The source's server crashes and starts again in the middle of a copy: its snapshot is gone. What
 * was copied before is kept only where the source still holds the same.
 */
class CrashedSourceTest {

  private static final Duration LONGEST = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void aCopyThatIsStartedAgainKeepsWhatTheSourceStillHolds() throws SQLException {
    crashed(
        (source, target) -> {
          try (Forked process = start(source, target)) {
            awaitParts(process);
            process.kill();
          }
          crash(source);
          try (Connection connection = awaitAgain(source);
              Statement statement = connection.createStatement()) {
            // Some of what is copied already is no longer so.
            statement.execute("ALTER TABLE t4 DISABLE TRIGGER USER");
            statement.execute("UPDATE t1 SET name = 'changed' WHERE id % 100 = 7");
            statement.execute("UPDATE t3 SET name = 'changed' WHERE id = 399");
            statement.execute("DELETE FROM t2 WHERE id BETWEEN 10 AND 20");
            statement.execute(
                "INSERT INTO t4 (id, name, at) SELECT id, name, at FROM t4 WHERE id = 1");
          }
          try (Forked process = start(source, target)) {
            assertThat(process.exitCode(LONGEST)).as(process.wholeOutput()).isZero();
            assertThat(process.wholeOutput()).contains("consistent true");
          }
        });
  }

  @Test
  void aCopyThatGoesOnByItselfEndsWell() throws SQLException {
    crashed(
        (source, target) -> {
          int exit;
          try (Forked process = start(source, target)) {
            awaitParts(process);
            crash(source);
            exit = process.exitCode(LONGEST);
            assertThat(exit).as(process.wholeOutput()).isIn(0, 5);
          }
          if (exit != 0) {
            awaitAgain(source).close();
            try (Forked process = start(source, target)) {
              assertThat(process.exitCode(LONGEST)).as(process.wholeOutput()).isZero();
            }
          }
        });
  }

  private interface Story {
    void run(DatabaseUrl source, ScratchDatabase target) throws SQLException;
  }

  private void crashed(Story story) throws SQLException {
    ScratchDatabase target = TwentyTables.empty(ScratchServer.get());
    String schema = Copying.fingerprint(target.url());
    try (ServerSource.Lease lease =
        new EmbeddedServerSource()
            .lease(DatabaseUrl.parse("embedded:crashed?durability=none&version=18"), folder)) {
      DatabaseUrl source = lease.url();
      try (Connection connection = connect(source)) {
        TwentyTables.schema(connection);
        TwentyTables.rows(connection, 400);
      }
      story.run(source, target);
      try (Connection connection = connect(source)) {
        assertThat(RowText.of(target)).isEqualTo(RowText.of(connection));
      }
    }
    assertThat(Copying.fingerprint(target.url())).isEqualTo(schema);
  }

  private static Forked start(DatabaseUrl source, ScratchDatabase target) {
    String url =
        "postgresql://%s:%s@%s"
            .formatted(source.user(), source.password(), source.location().substring(2));
    return Forked.start(Copying.class, url, target.urlText(), "20000");
  }

  private static void awaitParts(Forked process) {
    for (int parts = 0; parts < 25; parts++) {
      process.await("ChunkCopied");
    }
  }

  private static Connection connect(DatabaseUrl url) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql:" + url.location(), url.user(), url.password());
  }

  /** Kills one of its processes, upon which the server ends all and starts again. */
  private static void crash(DatabaseUrl url) throws SQLException {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      assertThat(ProcessHandle.of(row.getLong(1)).orElseThrow().destroyForcibly()).isTrue();
      awaitEnd(statement);
    } catch (SQLException e) {
      // The connection broke, as it should.
    }
  }

  private static void awaitEnd(Statement statement) throws SQLException {
    while (true) {
      statement.execute("SELECT 1");
    }
  }

  private static Connection awaitAgain(DatabaseUrl url) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      try {
        return connect(url);
      } catch (SQLException e) {
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("the server did not start again");
  }
}
