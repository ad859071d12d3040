package io.liftlock.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.schema.Snapshot;
import io.liftlock.core.sql.Checksum;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresHistoryTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void anUntouchedDatabaseHasAnEmptyHistoryAndStaysUntouched() {
    try (Database database = Fixture.open(scratch.url())) {
      assertThat(database.history().read().entries()).isEmpty();
      assertThat(database.history().tableName()).isEqualTo("public.schema_version");
    }
    assertThat(scratch.value("SELECT count(*) FROM pg_class WHERE relname = 'schema_version'"))
        .isEqualTo("0");
  }

  @Test
  void whatIsWrittenIsReadAgainWithTheSameHashes() throws Exception {
    try (Database database = Fixture.ready(scratch.url())) {
      HistoryEntry first = Fixture.entry("001", History.GENESIS);
      HistoryEntry second = Fixture.entry("002", first.hash());
      database.session().atomically(List.of(new Work.Append(first), new Work.Append(second)));
      History history = database.history().read();
      assertThat(history.entries()).containsExactly(first, second);
      assertThat(history.firstBroken()).isEmpty();
    }
    try (Database again = Fixture.open(scratch.url())) {
      assertThat(again.history().read().entries()).hasSize(2);
    }
  }

  @Test
  void statementsAreRememberedWithTheTimesTheDatabaseTook() throws Exception {
    try (Database database = Fixture.ready(scratch.url())) {
      database
          .session()
          .atomically(
              Fixture.migration(
                  "001", History.GENESIS, "CREATE TABLE t (a int); SELECT pg_sleep(0.05);"));
      List<StatementRecord> records =
          database.history().statements(MigrationId.parse("001"), Direction.UP);
      assertThat(records).extracting(StatementRecord::ordinal).containsExactly(1, 2);
      assertThat(records.get(1).startedAt()).isEqualTo(records.get(0).finishedAt());
      assertThat(records.get(1).holdMs()).isBetween(50L, 5000L);
      assertThat(records.get(0).holdMs()).isGreaterThanOrEqualTo(records.get(1).holdMs());
    }
  }

  @Test
  void aRecordWrittenAgainIsTheNewerState() throws Exception {
    try (Database database = Fixture.ready(scratch.url())) {
      StatementRecord record = Fixture.record("001", 1, "SELECT 1");
      database.session().atomically(List.of(new Work.Remember(record), new Work.Remember(record)));
      assertThat(database.history().statements(MigrationId.parse("001"), Direction.UP)).hasSize(1);
    }
  }

  @Test
  void theViewShowsWhatIsAppliedNow() throws Exception {
    try (Database database = Fixture.ready(scratch.url())) {
      HistoryEntry up = Fixture.entry("002", History.GENESIS);
      HistoryEntry other = Fixture.entry("001", up.hash());
      HistoryEntry down =
          new HistoryEntry(
              "002",
              "b",
              Fixture.NOW,
              null,
              other.hash(),
              Direction.DOWN,
              other.state(),
              1,
              1,
              "x",
              "1",
              null,
              "because",
              "batch-2");
      database
          .session()
          .atomically(List.of(new Work.Append(up), new Work.Append(other), new Work.Append(down)));
    }
    assertThat(scratch.value("SELECT string_agg(version, ',') FROM liftlock.applied"))
        .isEqualTo("001");
  }

  @Test
  void aTableOfTheSeedsFormIsLeftAlone() {
    scratch.execute(
        "CREATE TABLE schema_version (id serial PRIMARY KEY, version int, migration_name text,"
            + " applied_at timestamptz)");
    try (Database database = Fixture.open(scratch.url())) {
      assertThatThrownBy(() -> database.history().read())
          .isInstanceOfSatisfying(
              LiftlockException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_FOREIGN);
                assertThat(e.getMessage())
                    .contains("id, version, migration_name, applied_at")
                    .contains("history.table");
              });
      assertThatThrownBy(() -> database.history().prepare()).isInstanceOf(LiftlockException.class);
    }
    try (Database database =
        Fixture.open(scratch.url(), new HistoryTable("public", "liftlock_history"), 1)) {
      database.history().prepare();
      assertThat(database.history().read().entries()).isEmpty();
    }
  }

  @Test
  void theHistoryStaysWhereItWasWhenTheSearchPathChanges() throws Exception {
    try (Database database = Fixture.ready(scratch.url())) {
      database
          .session()
          .atomically(List.of(new Work.Append(Fixture.entry("001", History.GENESIS))));
    }
    scratch.execute("CREATE SCHEMA app");
    scratch.execute("ALTER DATABASE \"" + scratch.name() + "\" SET search_path = app");
    try (Database database = Fixture.open(scratch.url())) {
      assertThat(database.history().read().entries()).hasSize(1);
      assertThat(database.history().tableName()).isEqualTo("public.schema_version");
    }
    // Also where a table of that name that is not ours comes first in the new path.
    scratch.execute("CREATE TABLE app.schema_version (version int)");
    try (Database database = Fixture.open(scratch.url())) {
      assertThat(database.history().read().entries()).hasSize(1);
    }
  }

  @Test
  void severalHistoriesLiveInOneDatabase() throws Exception {
    scratch.execute("CREATE SCHEMA tenant");
    try (Database one = Fixture.ready(scratch.url());
        Database two =
            Fixture.open(scratch.url(), new HistoryTable("tenant", "schema_version"), 1)) {
      assertThat(two.lock().tryAcquire()).isEmpty();
      two.history().prepare();
      one.session().atomically(List.of(new Work.Append(Fixture.entry("001", History.GENESIS))));
      two.session().atomically(List.of(new Work.Append(Fixture.entry("007", History.GENESIS))));
      assertThat(one.history().read().applied().keySet()).containsExactly(MigrationId.parse("001"));
      assertThat(two.history().read().applied().keySet()).containsExactly(MigrationId.parse("007"));
    }
    assertThat(
            scratch.value(
                "SELECT string_agg(history_schema || '.' || version, ',' ORDER BY 1)"
                    + " FROM liftlock.applied"))
        .isEqualTo("public.001,tenant.007");
  }

  @Test
  void aMissingPrivilegeIsToldWithTheGrant() {
    ScratchServer.Role role = scratch.createRole();
    try (Database database = Fixture.open(scratch.url(role))) {
      assertThatThrownBy(() -> database.history().prepare())
          .isInstanceOfSatisfying(
              LiftlockException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.PRIVILEGE_MISSING);
                assertThat(e.getMessage())
                    .contains("GRANT CREATE ON DATABASE \"" + scratch.name() + "\" TO");
              });
      scratch.execute("CREATE SCHEMA liftlock AUTHORIZATION " + role.name());
      database.history().read();
      scratch.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
      assertThatThrownBy(() -> database.history().prepare())
          .hasMessageContaining("GRANT CREATE, USAGE ON SCHEMA \"public\" TO");
      scratch.execute("GRANT CREATE ON SCHEMA public TO " + role.name());
      database.history().prepare();
      assertThat(database.history().read().entries()).isEmpty();
    }
  }

  @Test
  void aSnapshotIsKeptAndTheNewestOneOfItsHistoryFound() {
    HistoryTable other = new HistoryTable(null, "other_history");
    try (Database database = Fixture.open(scratch.url());
        Database second = Fixture.open(scratch.url(), other, 4712)) {
      assertThat(database.history().lastSnapshot()).isEmpty();
      database.history().prepare();
      second.history().prepare();
      assertThat(database.history().lastSnapshot()).isEmpty();
      Snapshot first = snapshot("001", "{\"ä\": \"it's \\\\ \"}".repeat(2000));
      Snapshot newest = snapshot("002", "");
      database.history().keep(first);
      assertThat(database.history().lastSnapshot()).contains(first);
      database.history().keep(newest);
      second.history().keep(first);
      assertThat(database.history().lastSnapshot()).contains(newest);
      assertThat(second.history().lastSnapshot()).contains(first);
    }
    assertThat(scratch.value("SELECT max(octet_length(content)) < 1000 FROM liftlock.snapshot"))
        .isEqualTo("t");
  }

  private static Snapshot snapshot(String migration, String content) {
    return new Snapshot(
        Fixture.NOW, "batch-1", migration, Checksum.sha256(content), "18.1", "0.1.0", content);
  }

  @Test
  void tablesOfTheFirstFormGetTheOneForSnapshots() throws Exception {
    try (Database database = Fixture.ready(scratch.url())) {
      database.session().atomically(Fixture.migration("001", History.GENESIS, "SELECT 1"));
    }
    scratch.execute(
        "DROP TABLE liftlock.snapshot, liftlock.lock, liftlock.cancellation;"
            + " UPDATE liftlock.meta SET value = '1'");
    try (Database database = Fixture.open(scratch.url())) {
      assertThat(database.history().read().entries()).hasSize(1);
      assertThat(database.history().lastSnapshot()).isEmpty();
      database.history().prepare();
      assertThat(scratch.value("SELECT value FROM liftlock.meta WHERE key = 'form'"))
          .isEqualTo("3");
      Snapshot snapshot = snapshot("001", "{}");
      database.history().keep(snapshot);
      assertThat(database.history().lastSnapshot()).contains(snapshot);
      assertThat(database.history().read().entries()).hasSize(1);
      assertThat(scratch.value("SELECT count(*) FROM liftlock.applied")).isEqualTo("1");
    }
  }

  @Test
  void tablesOfTheSecondFormGetThoseForLocks() throws Exception {
    try (Database database = Fixture.ready(scratch.url())) {
      database.session().atomically(Fixture.migration("001", History.GENESIS, "SELECT 1"));
    }
    scratch.execute(
        "DROP TABLE liftlock.lock, liftlock.cancellation; UPDATE liftlock.meta SET value = '2'");
    try (Database database = Fixture.open(scratch.url())) {
      History before = database.history().read();
      assertThat(database.history().locks(MigrationId.parse("001"), Direction.UP)).isEmpty();
      database.history().prepare();
      assertThat(scratch.value("SELECT value FROM liftlock.meta WHERE key = 'form'"))
          .isEqualTo("3");
      assertThat(database.history().locks(MigrationId.parse("001"), Direction.UP)).isEmpty();
      assertThat(database.history().statements(MigrationId.parse("001"), Direction.UP)).hasSize(1);
      assertThat(database.history().read().entries()).isEqualTo(before.entries());
    }
  }

  @Test
  void aScriptRunByHandBringsTheFirstFormUpToDateToo() throws Exception {
    try (Database database = Fixture.ready(scratch.url())) {
      String byHand = database.history().prepareSql();
      scratch.execute(
          "DROP TABLE liftlock.snapshot, liftlock.lock, liftlock.cancellation;"
              + " UPDATE liftlock.meta SET value = '1'");
      scratch.execute(byHand);
      assertThat(scratch.value("SELECT value FROM liftlock.meta WHERE key = 'form'"))
          .isEqualTo("3");
      scratch.execute("UPDATE liftlock.meta SET value = '99' WHERE key = 'form'");
      scratch.execute(byHand);
      assertThat(scratch.value("SELECT value FROM liftlock.meta WHERE key = 'form'"))
          .isEqualTo("99");
    }
  }

  @Test
  void aSnapshotThatIsNoLongerOneIsTold() {
    try (Database database = Fixture.open(scratch.url())) {
      database.history().prepare();
      database.history().keep(snapshot("001", "{}"));
      scratch.execute("UPDATE liftlock.snapshot SET content = 'what?'");
      assertThatThrownBy(() -> database.history().lastSnapshot())
          .hasMessageContaining("SNAPSHOT_UNREADABLE")
          .hasMessageContaining("liftlock.snapshot");
    }
  }

  @Test
  void whoMayNotBringTheTablesUpToDateIsToldWhatToLetTheOwnerRun() {
    ScratchServer.Role role = scratch.createRole();
    try (Database database = Fixture.open(scratch.url())) {
      database.history().prepare();
    }
    scratch.execute(
        "DROP TABLE liftlock.snapshot, liftlock.lock, liftlock.cancellation;"
            + " UPDATE liftlock.meta SET value = '1'");
    scratch.execute(
        "GRANT USAGE ON SCHEMA liftlock TO %1$s; GRANT ALL ON ALL TABLES IN SCHEMA liftlock, public TO %1$s"
            .formatted(role.name()));
    try (Database database = Fixture.open(scratch.url(role))) {
      assertThatThrownBy(() -> database.history().prepare())
          .hasMessageContaining("PRIVILEGE_MISSING")
          .hasMessageContaining("ALTER SCHEMA liftlock OWNER TO");
    }
  }

  @Test
  void aNewerFormIsRefused() throws Exception {
    try (Database database = Fixture.ready(scratch.url())) {
      scratch.execute("UPDATE liftlock.meta SET value = '99' WHERE key = 'form'");
      assertThatThrownBy(() -> database.history().read())
          .isInstanceOfSatisfying(
              LiftlockException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_TOO_NEW));
    }
  }

  @Test
  void theSameIsMadeByHand() throws Exception {
    HistoryEntry entry = Fixture.entry("001", History.GENESIS);
    try (Database database = Fixture.open(scratch.url())) {
      String sql =
          database.history().prepareSql()
              + database
                  .history()
                  .writeSql(
                      List.of(
                          new Work.Append(entry),
                          new Work.Remember(Fixture.record("001", 1, "SELECT 1"))));
      scratch.execute(sql);
      assertThat(database.history().read().entries()).containsExactly(entry);
      database.history().prepare();
      assertThat(database.history().statements(MigrationId.parse("001"), Direction.UP)).hasSize(1);
    }
  }
}
