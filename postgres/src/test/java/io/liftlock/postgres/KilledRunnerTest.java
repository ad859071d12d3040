package io.liftlock.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.LockHolder;
import io.liftlock.core.migration.History;
import io.liftlock.testkit.Forked;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A killed client's server process may still commit what it was sent. */
class KilledRunnerTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  /** Runs a long migration in a process of its own, until it is killed. */
  static final class Runner {

    private Runner() {}

    public static void main(String[] arguments) throws Exception {
      try (Database database = Fixture.ready(DatabaseUrl.parse(arguments[0]))) {
        database
            .session()
            .atomically(
                Fixture.migration(
                    "001", History.GENESIS, "UPDATE t SET a = a + 1 FROM pg_sleep(3)"));
      }
    }
  }

  @Test
  void whateverIsInFlightIsAppliedOnce() throws Exception {
    scratch.execute("CREATE TABLE t (a int); INSERT INTO t VALUES (0)");
    try (Forked runner = Forked.start(Runner.class, scratch.urlText())) {
      while (!"1"
          .equals(
              scratch.value(
                  "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname ="
                      + " current_database()"))) {
        assertThat(runner.handle().isAlive()).as(runner.output()).isTrue();
        Thread.onSpinWait();
      }
      runner.kill();
    }
    try (Database next = Fixture.open(scratch.url())) {
      Optional<LockHolder> holder = next.lock().tryAcquire();
      assertThat(holder).as("the dead one's server process still works").isPresent();
      while (next.lock().tryAcquire().isPresent()) {
        Thread.onSpinWait();
      }
      // Whether it committed or not, the history now says what the table shows.
      int applied = next.history().read().entries().size();
      assertThat(scratch.value("SELECT a FROM t")).isEqualTo(Integer.toString(applied));
      if (applied == 0) {
        next.history().prepare();
        next.session()
            .atomically(Fixture.migration("001", History.GENESIS, "UPDATE t SET a = a + 1"));
      }
      assertThat(scratch.value("SELECT a FROM t")).isEqualTo("1");
    }
  }
}
