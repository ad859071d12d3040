package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.Forked;
import io.liftlock.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed at any instant, a run continues where it was: whatever the files hold, the next run needs
 * no help, every migration is applied exactly once, every row is written exactly once, and the
 * schema is the one of a run that nobody disturbed.
 */
class KilledRunsTest {

  @TempDir Path folder;

  @Test
  void postgresSurvivesSomeKills() {
    kill(new KilledPostgres(folder), 6);
  }

  @Tag("kills")
  @Test
  void postgresSurvivesAHundredKills() {
    kill(new KilledPostgres(folder), 100);
  }

  @Test
  void aRollbackSurvivesSomeKills() {
    kill(new KilledRollback(folder), 4);
  }

  @Tag("kills")
  @Test
  void aRollbackSurvivesManyKills() {
    kill(new KilledRollback(folder), 40);
  }

  @Test
  void sqliteSurvivesSomeKills() {
    kill(new KilledSqlite(folder), 6);
  }

  @Tag("kills")
  @Test
  void sqliteSurvivesAHundredKills() {
    kill(new KilledSqlite(folder), 100);
  }

  /** A database that runs are killed on. */
  interface Victim {

    /** What is run, killed, and run again. */
    default String[] arguments() {
      return new String[] {"migrate"};
    }

    /** Makes a database to run on, with a name of its own. */
    Command fresh() throws IOException;

    /** Whether a run has taken the lock now: it is between its first and its last statement. */
    boolean isRunning();

    /** Schema, rows and history as one text. */
    String state();

    /** Fails where something was done twice or is left half done. */
    void check();
  }

  private static void kill(Victim victim, int wanted) {
    Seeds.once(random -> new Trial(victim, random, wanted).run());
  }

  /** Kills until there were enough. */
  private static final class Trial {

    /** The longest that a run is let alone, as a part of what an undisturbed one takes. */
    private static final double SHARE = 0.9;

    private final Victim victim;
    private final Random random;
    private final int wanted;
    private int kills;
    private int hits;

    Trial(Victim victim, Random random, int wanted) {
      this.victim = victim;
      this.random = random;
      this.wanted = wanted;
    }

    void run() throws IOException {
      Command undisturbed = victim.fresh();
      long start = System.nanoTime();
      Command.Answer answer = undisturbed.run(victim.arguments());
      Duration whole = Duration.ofNanos(System.nanoTime() - start);
      assertThat(answer.exit()).as(answer.output()).isZero();
      victim.check();
      String expected = victim.state();
      int databases = 0;
      while (hits < wanted) {
        Command command = victim.fresh();
        databases++;
        Command.Answer last = untilItIsDone(command, whole);
        assertThat(last.exit()).as(last.output()).isZero();
        victim.check();
        assertThat(victim.state()).isEqualTo(expected);
        Command.Answer again = command.run(victim.arguments());
        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(victim.state()).isEqualTo(expected);
      }
      System.out.printf(
          "%d kills on %d databases, %d of them hit a run that held the lock; undisturbed %d ms%n",
          kills, databases, hits, whole.toMillis());
    }

    private Command.Answer untilItIsDone(Command command, Duration whole) {
      while (true) {
        try (Forked process = command.start(victim.arguments())) {
          long wait = (long) (random.nextDouble() * SHARE * whole.toNanos());
          if (hits >= wanted || process.endsWithin(Duration.ofNanos(wait))) {
            return Command.end(process);
          }
          boolean running = victim.isRunning();
          process.kill();
          kills++;
          if (running) {
            hits++;
          }
        }
      }
    }
  }
}
