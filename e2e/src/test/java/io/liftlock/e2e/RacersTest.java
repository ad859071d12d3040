package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.Forked;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Started at once on one database, one applies, the others wait and then have nothing to do, and
 * nobody returns before everything is applied.
 */
class RacersTest {

  private static final int MIGRATIONS = 6;
  private static final String USER = Pattern.quote(System.getProperty("user.name"));
  private static final String APPLIED =
      "SELECT count(*) FROM schema_version WHERE direction = 'up' AND state = 'done'";

  @TempDir Path folder;

  @Test
  void someOnPostgres() {
    raceOnPostgres(8);
  }

  @Tag("kills")
  @Test
  void thirtyTwoOnPostgres() {
    raceOnPostgres(32);
  }

  @Test
  void someOnSqlite() {
    raceOnSqlite(8);
  }

  @Tag("kills")
  @Test
  void thirtyTwoOnSqlite() {
    raceOnSqlite(32);
  }

  private void raceOnPostgres(int racers) {
    ScratchDatabase database = ScratchServer.get().freshDatabase();
    Command command = new Command(folder).on(database.urlText());
    write(command, "text NOT NULL", "SELECT pg_sleep(1);");
    race(command, racers, () -> String.valueOf(database.value(APPLIED)));
    assertThat(database.value("SELECT count(*) || ' ' || count(DISTINCT of) FROM effects"))
        .isEqualTo(MIGRATIONS + " " + MIGRATIONS);
  }

  private void raceOnSqlite(int racers) {
    Path file = folder.resolve("race.db");
    Command command = new Command(folder).on("sqlite:" + file);
    String slow =
        """
        CREATE TABLE numbers AS
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
          SELECT i FROM n;
        """;
    write(command, "TEXT NOT NULL", slow);
    race(command, racers, () -> value(file, APPLIED));
    assertThat(value(file, "SELECT count(*) || ' ' || count(DISTINCT of) FROM effects"))
        .isEqualTo(MIGRATIONS + " " + MIGRATIONS);
  }

  private static void write(Command command, String type, String slow) {
    command.write("001_slow.sql", "CREATE TABLE effects (of " + type + ");\n" + slow);
    for (int i = 1; i <= MIGRATIONS; i++) {
      String id = "%03d".formatted(i + 1);
      command.write(id + "_effect.sql", "INSERT INTO effects VALUES ('" + id + "');");
    }
  }

  private static String value(Path file, String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "no row";
    } catch (SQLException e) {
      throw new AssertionError("the database cannot be read: " + sql, e);
    }
  }

  /**
   * What one of them saw.
   *
   * @param answer what it said
   * @param applied how many migrations were applied when it had ended
   */
  private record Finish(Command.Answer answer, String applied) {}

  private static void race(Command command, int racers, Supplier<String> applied) {
    List<Forked> processes = new ArrayList<>();
    ExecutorService watchers = Executors.newFixedThreadPool(racers);
    try {
      for (int i = 0; i < racers; i++) {
        processes.add(command.start("migrate"));
      }
      List<CompletableFuture<Finish>> finishes =
          processes.stream()
              .map(
                  process ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            process.exitCode();
                            String then = applied.get();
                            return new Finish(Command.end(process), then);
                          },
                          watchers))
              .toList();
      int winners = 0;
      int waited = 0;
      for (CompletableFuture<Finish> future : finishes) {
        Finish finish = future.join();
        String said = finish.answer().output();
        assertThat(finish.answer().exit()).as(said).isZero();
        assertThat(finish.applied()).as(said).isEqualTo(Integer.toString(MIGRATIONS + 1));
        if (said.contains("applied " + (MIGRATIONS + 1) + " migrations")) {
          winners++;
        } else {
          assertThat(said).contains("nothing to do").doesNotContain("migrate    0");
        }
        if (said.contains("waiting")) {
          waited++;
        }
      }
      assertThat(winners).isEqualTo(1);
      assertThat(waited).as("how many said that they wait").isPositive();
    } finally {
      processes.forEach(Forked::close);
      watchers.shutdownNow();
    }
  }

  @Test
  void whoDoesNotWaitIsToldWhoHoldsTheLockOnPostgres() {
    ScratchDatabase database = ScratchServer.get().freshDatabase();
    Command command =
        new Command(folder).on(database.urlText()).write("001_slow.sql", "SELECT pg_sleep(30);");
    try (Forked holder = command.start("migrate")) {
      while (!"1"
          .equals(
              database.value(
                  """
                  SELECT count(*) FROM pg_stat_activity
                   WHERE wait_event = 'PgSleep' AND datname = current_database()
                  """))) {
        assertThat(holder.handle().isAlive()).as(holder.output()).isTrue();
        Thread.onSpinWait();
      }
      // A long host name is cut: PostgreSQL keeps 63 bytes of all this together.
      assertRefused(
          command,
          holder,
          "liftlock %s@%s\\S*#%d "
              .formatted(USER, Pattern.quote(host().substring(0, 1)), holder.handle().pid()));
    }
  }

  @Test
  void whoDoesNotWaitIsToldWhoHoldsTheLockOnSqlite() {
    Path file = folder.resolve("held.db");
    Command command =
        new Command(folder)
            .on("sqlite:" + file)
            .write("001_quick.sql", "CREATE TABLE quick (id INTEGER);")
            .write(
                "002_endless.sql",
                """
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                INSERT INTO quick SELECT i FROM n WHERE i < 0;
                """);
    try (Forked holder = command.start("migrate")) {
      holder.await("migrate    001");
      assertRefused(
          command,
          holder,
          "process %d of %s on %s ".formatted(holder.handle().pid(), USER, Pattern.quote(host())));
    }
  }

  private static void assertRefused(Command command, Forked holder, String named) {
    Command.Answer answer = command.run("migrate", "--lock-wait", "0s");
    assertThat(answer.exit()).as(answer.output()).isEqualTo(3);
    assertThat(answer.output())
        .contains("LOCK_HELD", "--lock-wait")
        .doesNotContain("waiting for it")
        .containsPattern(named);
    Command.Answer json = command.run("migrate", "--lock-wait", "0s", "--format", "json");
    assertThat(json.exit()).as(json.output()).isEqualTo(3);
    assertThat(json.output()).contains("\"LOCK_HELD\"", "" + holder.handle().pid());
  }

  private static String host() {
    try {
      Path known = Path.of("/proc/sys/kernel/hostname");
      return Files.isReadable(known)
          ? Files.readString(known).strip()
          : InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
