package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.Forked;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After the command is killed, PostgreSQL may still finish, and even commit, what it was sent. A
 * command that starts in this very moment waits for that, and whatever it was is applied once.
 */
class TheDeadMustNotCommitTest {

  /** The server does not look whether its client is still there, so it ends what it has begun. */
  private static final String UNNOTICED = "SET LOCAL client_connection_check_interval = 0;\n";

  private static final String SLOW = "UPDATE counter SET n = n + 1 FROM pg_sleep(3);\n";

  @TempDir Path folder;

  private final ScratchDatabase database = ScratchServer.get().freshDatabase();

  @Test
  void whatTheServerNoticesIsAppliedOnce() {
    killDuring(SLOW);
  }

  @Test
  void whatTheServerEndsAllTheSameIsAppliedOnce() {
    killDuring(UNNOTICED + SLOW);
  }

  @Test
  void aTransactionOfTheFilesOwnIsAppliedOnce() {
    killDuring("BEGIN;\n" + UNNOTICED + SLOW + "COMMIT;\n");
  }

  @Test
  void aStatementOfAFileWithoutTransactionIsAppliedOnce() {
    killDuring("-- Transaction: none\nSET client_connection_check_interval = 0;\n" + SLOW);
  }

  private void killDuring(String sql) {
    Command command =
        new Command(folder)
            .on(database.urlText())
            .write(
                "001_counter.sql", "CREATE TABLE counter (n int); INSERT INTO counter VALUES (0);")
            .write("002_slow.sql", sql);
    String backend;
    try (Forked first = command.start("migrate")) {
      backend = sleeper(first);
      first.kill();
    }
    try (Forked second = command.start("migrate")) {
      assertThat(
              database.value(
                  "SELECT state FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND pid = "
                      + backend))
          .as("what the dead one's server process does when the next command has been started")
          .isEqualTo("active");
      Command.Answer answer = Command.end(second);
      assertThat(answer.exit()).as(answer.output()).isZero();
    }
    assertThat(database.value("SELECT n FROM counter")).isEqualTo("1");
    assertThat(
            database.value(
                """
                SELECT string_agg(version, ' ' ORDER BY id) FROM schema_version
                 WHERE direction = 'up' AND state = 'done'
                """))
        .isEqualTo("001 002");
    Command.Answer third = command.run("migrate");
    assertThat(third.exit()).isZero();
    assertThat(third.output()).contains("nothing to do");
    assertThat(database.value("SELECT n FROM counter")).isEqualTo("1");
  }

  /** The server process that sleeps inside the statement, once it does. */
  private String sleeper(Forked process) {
    while (true) {
      String pid =
          database.value(
              """
              SELECT pid FROM pg_stat_activity
               WHERE wait_event = 'PgSleep' AND datname = current_database()
              """);
      if (pid != null) {
        return pid;
      }
      assertThat(process.handle().isAlive()).as(process.output()).isTrue();
      Thread.onSpinWait();
    }
  }
}
