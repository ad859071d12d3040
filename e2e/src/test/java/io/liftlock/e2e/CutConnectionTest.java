package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.Forked;
import io.liftlock.testkit.ScratchServer;
import io.liftlock.testkit.Seeds;
import io.liftlock.testkit.TcpProxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the network fails, the command says so and ends with the exit code of what it left; the
 * next run over a sound network continues, and nothing is done twice.
 */
class CutConnectionTest {

  @TempDir Path folder;

  @Test
  void aConnectionCutSomewhereCostsNothing() {
    cut(4);
  }

  @Tag("kills")
  @Test
  void aConnectionCutAnywhereCostsNothing() {
    cut(25);
  }

  private void cut(int times) {
    KilledPostgres postgres = new KilledPostgres(folder);
    Command undisturbed = postgres.fresh();
    assertThat(undisturbed.run("migrate").exit()).isZero();
    String expected = postgres.state();
    Map<Integer, Integer> exits = new TreeMap<>();
    Seeds.once(
        random -> {
          for (int i = 0; i < times; i++) {
            exits.merge(cutOnce(postgres, random), 1, Integer::sum);
            assertThat(postgres.state()).isEqualTo(expected);
          }
        });
    System.out.println("cut connections: exit codes and how often each came " + exits);
  }

  /** Cuts once and lets a second run complete; answers the exit code of the first. */
  private static int cutOnce(KilledPostgres postgres, Random random) {
    Command direct = postgres.fresh();
    int exit;
    try (TcpProxy proxy = TcpProxy.to(ScratchServer.get().freshDatabase().port())) {
      // Short counts hit the beginning, where each statement matters, as often as the long rest.
      long bytes = (long) Math.exp(random.nextDouble() * Math.log(60_000));
      if (random.nextBoolean()) {
        proxy.cutAfterSending(bytes);
      } else {
        proxy.cutAfterReceiving(bytes);
      }
      Command.Answer first = postgres.through(proxy.port()).run("migrate");
      exit = first.exit();
      assertThat(exit).as(first.output()).isIn(0, 4, 5);
      if (exit != 0) {
        assertThat(first.output())
            .containsAnyOf("CONNECTION_LOST", "CONNECTION_FAILED")
            .contains("  do   ");
      }
    }
    Command.Answer second = direct.run("migrate");
    assertThat(second.exit()).as(second.output()).isZero();
    postgres.check();
    return exit;
  }

  @Test
  void whereNothingListensTheErrorSaysSo() {
    KilledPostgres postgres = new KilledPostgres(folder);
    postgres.fresh();
    try (TcpProxy proxy = TcpProxy.to(postgres.database().port())) {
      proxy.refuse();
      Command.Answer answer = postgres.through(proxy.port()).run("migrate");
      assertThat(answer.exit()).as(answer.output()).isEqualTo(4);
      assertThat(answer.output())
          .contains(
              "CONNECTION_FAILED",
              "127.0.0.1:" + proxy.port(),
              "nothing listens on that host and port",
              "  do   check host, port and network");
    }
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() {
    KilledPostgres postgres = new KilledPostgres(folder);
    postgres.fresh();
    try (TcpProxy proxy = TcpProxy.to(postgres.database().port())) {
      proxy.stall();
      Command.Answer answer =
          new Command(folder)
              .on(
                  "postgresql://nobody:nothing@127.0.0.1:%d/none?sslmode=disable&connect_timeout=2"
                      .formatted(proxy.port()))
              .run("migrate");
      assertThat(answer.exit()).as(answer.output()).isEqualTo(4);
      assertThat(answer.output())
          .contains("CONNECTION_FAILED", "the server does not answer in time", "  do   ")
          .doesNotContain("nothing:");
    }
  }

  @Test
  void aLineThatBreaksDuringAStatementIsNamedAtOnce() {
    KilledPostgres postgres = new KilledPostgres(folder);
    postgres.fresh();
    new Command(folder).write("013_slow.sql", "INSERT INTO effects SELECT '013' FROM pg_sleep(2);");
    try (TcpProxy proxy = TcpProxy.to(postgres.database().port());
        Forked first = postgres.through(proxy.port()).start("migrate")) {
      first.await("migrate    012");
      while ("0"
          .equals(
              postgres
                  .database()
                  .value(
                      """
                      SELECT count(*) FROM pg_stat_activity
                       WHERE wait_event = 'PgSleep' AND datname = current_database()
                      """))) {
        assertThat(first.handle().isAlive()).as(first.output()).isTrue();
        Thread.onSpinWait();
      }
      proxy.cut();
      Command.Answer answer = Command.end(first);
      assertThat(answer.exit()).as(answer.output()).isEqualTo(4);
      assertThat(answer.output())
          .contains(
              "stopped: nothing of 013_slow was kept",
              "CONNECTION_LOST",
              "  do   run the same command again");
    }
    Command.Answer second = new Command(folder).on(postgres.database().urlText()).run("migrate");
    assertThat(second.exit()).as(second.output()).isZero();
    assertThat(postgres.database().value("SELECT count(*) FROM effects WHERE of = '013'"))
        .isEqualTo("1");
  }
}
