package io.liftlock.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.Work;
import io.liftlock.core.migration.History;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresLockTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  private void terminate(String condition) {
    scratch.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname ="
            + " current_database() AND pid <> pg_backend_pid() AND "
            + condition);
  }

  @Test
  void oneAtATime() {
    try (Database one = Fixture.open(scratch.url());
        Database two = Fixture.open(scratch.url(), HistoryTable.DEFAULT, 815)) {
      assertThat(two.lock().holder()).isEmpty();
      assertThat(one.lock().tryAcquire()).isEmpty();
      assertThat(one.lock().tryAcquire()).as("again, by the one who has it").isEmpty();
      assertThat(one.lock().holder()).as("nobody else").isEmpty();
      assertThat(two.lock().tryAcquire())
          .hasValueSatisfying(
              holder ->
                  assertThat(holder.description())
                      .contains("deploy@ci-7#4711 2026-08-01T10:02:03Z")
                      .contains("database user"));
      assertThat(two.lock().holder()).isPresent();
      one.lock().release();
      assertThat(two.lock().tryAcquire()).isEmpty();
      assertThat(one.lock().tryAcquire()).isPresent();
    }
  }

  @Test
  void aPlainRoleSeesTheHolder() {
    ScratchServer.Role role = scratch.createRole();
    try (Database one = Fixture.open(scratch.url());
        Database two = Fixture.open(scratch.url(role), HistoryTable.DEFAULT, 815)) {
      assertThat(one.lock().tryAcquire()).isEmpty();
      assertThat(two.lock().tryAcquire())
          .hasValueSatisfying(
              holder -> assertThat(holder.description()).contains("deploy@ci-7#4711"));
    }
  }

  @Test
  void theLockGoesWithItsConnection() {
    Database one = Fixture.open(scratch.url());
    assertThat(one.lock().tryAcquire()).isEmpty();
    one.close();
    try (Database two = Fixture.open(scratch.url())) {
      // The server needs a moment to see that a client has gone.
      while (two.lock().tryAcquire().isPresent()) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void noRowIsWrittenOnceTheLockIsLost() throws Exception {
    try (Database database = Fixture.ready(scratch.url())) {
      terminate("query LIKE '%try_advisory_lock%' AND query NOT LIKE '%set_config%'");
      List<Work> work = Fixture.migration("001", History.GENESIS, "CREATE TABLE t (a int)");
      assertThatThrownBy(() -> database.session().atomically(work))
          .isInstanceOfSatisfying(
              StatementFailure.class,
              e -> {
                assertThat(e.reason()).isEqualTo(StatementFailure.Reason.LOCK_LOST);
                assertThat(e.workIndex()).isEqualTo(2);
              });
      assertThat(scratch.value("SELECT to_regclass('t') IS NULL")).isEqualTo("t");
    }
  }

  @Test
  void whoeverWasOvertakenFindsOut() throws Exception {
    try (Database database = Fixture.ready(scratch.url())) {
      database
          .session()
          .atomically(List.of(new Work.Append(Fixture.entry("001", History.GENESIS))));
      List<Work> work = List.of(new Work.Append(Fixture.entry("002", History.GENESIS)));
      assertThatThrownBy(() -> database.session().atomically(work))
          .isInstanceOfSatisfying(
              StatementFailure.class,
              e -> assertThat(e.reason()).isEqualTo(StatementFailure.Reason.LOCK_LOST));
    }
  }

  @Test
  void aScriptThatGivesUpEveryLockDoesNotLoseOurs() throws Exception {
    try (Database database = Fixture.ready(scratch.url())) {
      database
          .session()
          .atomically(Fixture.migration("001", History.GENESIS, "SELECT pg_advisory_unlock_all()"));
      database.session().run(Fixture.step("DISCARD ALL"));
      String tip = database.history().read().tip();
      database.session().atomically(List.of(new Work.Append(Fixture.entry("002", tip))));
      assertThat(database.history().read().entries()).hasSize(2);
    }
  }
}
