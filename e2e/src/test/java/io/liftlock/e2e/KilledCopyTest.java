package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.Forked;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import io.liftlock.testkit.Seeds;
import io.liftlock.testkit.TcpProxy;
import io.liftlock.testkit.TwentyTables;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A copy that is killed at any instant continues where it was: no row is lost or doubled, and every
 * key, index and trigger is back.
 */
class KilledCopyTest {

  private static final int ROWS = 400;
  private static final String CHUNK = "20000";
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final ScratchServer server = ScratchServer.get();

  @Test
  void itSurvivesSomeKills() {
    Seeds.once(random -> kill(random, 7));
  }

  @Tag("kills")
  @Test
  void itSurvivesAHundredKills() {
    Seeds.once(random -> kill(random, 100));
  }

  private void kill(Random random, int wanted) {
    ScratchDatabase source = TwentyTables.filled(server, ROWS);
    ScratchDatabase undisturbed = TwentyTables.empty(server);
    String schema = Copying.fingerprint(undisturbed.url());
    long start = System.nanoTime();
    try (Forked process = start(source.urlText(), undisturbed.urlText())) {
      assertThat(process.exitCode(LONGEST)).as(process.wholeOutput()).isZero();
    }
    long whole = System.nanoTime() - start;
    Copying.assertSameRows(undisturbed, source);
    undisturbed.drop();
    int hits = 0;
    int kills = 0;
    int databases = 0;
    while (hits < wanted) {
      ScratchDatabase target = TwentyTables.empty(server);
      databases++;
      boolean done = false;
      while (!done) {
        try (Forked process = start(source.urlText(), target.urlText())) {
          Duration wait = Duration.ofNanos((long) (random.nextDouble() * 0.95 * whole));
          if (hits >= wanted || process.endsWithin(wait)) {
            assertThat(process.exitCode(LONGEST)).as(process.wholeOutput()).isZero();
            done = true;
          } else {
            boolean copying = isCopying(target);
            process.kill();
            kills++;
            hits += copying ? 1 : 0;
            // Nothing is left to be done where it was killed behind its last transaction.
            done = isDone(target);
          }
        }
      }
      Copying.assertSameRows(target, source);
      assertThat(Copying.fingerprint(target.url())).isEqualTo(schema);
      assertNothingIsLeft(target);
      target.drop();
    }
    System.out.printf(
        "%d kills on %d databases, %d of them hit a copy at work; undisturbed %d ms%n",
        kills, databases, hits, Duration.ofNanos(whole).toMillis());
  }

  private static Forked start(String from, String to) {
    return Forked.start(Copying.class, from, to, CHUNK);
  }

  private static boolean isCopying(ScratchDatabase target) {
    return "1"
            .equals(
                target.value(
                    "SELECT count(*) FROM pg_tables WHERE schemaname = 'liftlock' AND tablename ="
                        + " 'copy'"))
        && "1".equals(target.value("SELECT count(*) FROM liftlock.copy WHERE state = 'copying'"));
  }

  private static boolean isDone(ScratchDatabase target) {
    return "1"
            .equals(
                target.value(
                    "SELECT count(*) FROM pg_tables WHERE schemaname = 'liftlock' AND tablename ="
                        + " 'copy'"))
        && "1".equals(target.value("SELECT count(*) FROM liftlock.copy WHERE state = 'done'"));
  }

  private static void assertNothingIsLeft(ScratchDatabase target) {
    assertThat(target.value("SELECT string_agg(state, ', ') FROM liftlock.copy")).isEqualTo("done");
    assertThat(
            target.value(
                "SELECT string_agg(conname, ', ') FROM pg_constraint WHERE NOT convalidated"))
        .as("keys that were not validated")
        .isNull();
    assertThat(
            target.value(
                "SELECT string_agg(indexrelid::regclass::text, ', ') FROM pg_index WHERE NOT"
                    + " indisvalid"))
        .as("indexes that are not valid")
        .isNull();
    assertThat(
            target.value(
                "SELECT string_agg(tgname, ', ') FROM pg_trigger WHERE NOT tgisinternal AND"
                    + " tgenabled <> 'O'"))
        .as("triggers that do not fire")
        .isNull();
  }

  @Test
  void aLineThatIsCutAgainAndAgainCostsNothing() {
    Seeds.once(this::cutAgainAndAgain);
  }

  private void cutAgainAndAgain(Random random) {
    ScratchDatabase source = TwentyTables.filled(server, ROWS);
    ScratchDatabase target = TwentyTables.empty(server);
    String schema = Copying.fingerprint(target.url());
    int runs = 0;
    try (TcpProxy toSource = TcpProxy.to(source.host(), source.port());
        TcpProxy toTarget = TcpProxy.to(target.host(), target.port())) {
      toSource.keepCutting(() -> 1_500_000 + random.nextInt(3_000_000));
      toTarget.keepCutting(() -> 500_000 + random.nextInt(1_500_000));
      int exit = 5;
      while (exit != 0) {
        runs++;
        assertThat(runs).as("runs until it was done").isLessThan(40);
        try (Forked process =
            start(throughPort(source, toSource.port()), throughPort(target, toTarget.port()))) {
          exit = process.exitCode(LONGEST);
          assertThat(exit).as(process.wholeOutput()).isIn(0, 5);
        }
      }
    }
    System.out.println("cut again and again, the copy was done by run " + runs);
    Copying.assertSameRows(target, source);
    assertThat(Copying.fingerprint(target.url())).isEqualTo(schema);
    assertNothingIsLeft(target);
  }

  private static String throughPort(ScratchDatabase database, int port) {
    return database
        .urlText()
        .replace("@" + database.host() + ":" + database.port(), "@127.0.0.1:" + port);
  }
}
