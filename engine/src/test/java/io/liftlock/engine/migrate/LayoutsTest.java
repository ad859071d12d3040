package io.liftlock.engine.migrate;

import static io.liftlock.engine.migrate.ReadFolder.MAIN;
import static io.liftlock.engine.migrate.ReadFolder.TRADES;
import static io.liftlock.engine.migrate.ReadFolder.at;
import static io.liftlock.engine.migrate.ReadFolder.down;
import static io.liftlock.engine.migrate.ReadFolder.ids;
import static io.liftlock.engine.migrate.ReadFolder.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Callback;
import io.liftlock.core.migration.CallbackEvent;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.migration.References;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One realistic folder per layout, and how it is recognised. */
class LayoutsTest {

  @TempDir Path base;

  private ReadFolder folder() {
    return new ReadFolder(base);
  }

  @Test
  void numberedIdsOrderByNumberNotByText() {
    MigrationSet set =
        folder()
            .file("0009-create.sql", "CREATE TABLE a (id int)")
            .file("00010-alter.sql", "ALTER TABLE a ADD b int")
            .file("11.sql", "SELECT 1")
            .readClean();
    assertThat(ids(set)).containsExactly("0009", "00010", "11");
  }

  @Test
  void dieselFolders() {
    MigrationSet set =
        folder()
            .file(
                "00000000000000_diesel_initial_setup/up.sql",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'")
            .file("00000000000000_diesel_initial_setup/down.sql", "DROP FUNCTION f();")
            .file("2024-01-05-120000_create_posts/up.sql", "CREATE TABLE posts (id int);")
            .file("2024-01-05-120000_create_posts/down.sql", "DROP TABLE posts;")
            .file("2024-02-01-080000_index/up.sql", "CREATE INDEX CONCURRENTLY i ON posts (id);")
            .file("2024-02-01-080000_index/metadata.toml", "run_in_transaction = false\n")
            .file(".diesel_lock", "")
            .readClean();
    assertThat(set.layout()).isEqualTo("diesel");
    assertThat(ids(set))
        .containsExactly(
            "00000000000000_diesel_initial_setup",
            "2024-01-05-120000_create_posts",
            "2024-02-01-080000_index");
    Migration posts = at(set, "2024-01-05-120000_create_posts");
    assertThat(posts.title()).isEqualTo("2024-01-05-120000_create_posts");
    assertThat(posts.name()).isEqualTo("create_posts");
    assertThat(down(posts)).containsExactly("DROP TABLE posts");
    assertThat(posts.header().transactional()).isTrue();
    assertThat(at(set, "2024-02-01-080000_index").header().transactional()).isFalse();
  }

  @Test
  void prismaFoldersMayShareASecond() {
    MigrationSet set =
        folder()
            .file("migration_lock.toml", "provider = \"postgresql\"")
            .file("20240105120000_init/migration.sql", "-- CreateTable\nCREATE TABLE \"User\" ();")
            .file("20240105120000_also/migration.sql", "-- CreateIndex\nSELECT 1;")
            .file("20240301090000_role/migration.sql", "ALTER TABLE \"User\" ADD role text;")
            .file("20240301090000_role/down.sql", "ALTER TABLE \"User\" DROP role;")
            .readClean();
    assertThat(set.layout()).isEqualTo("prisma");
    assertThat(ids(set))
        .containsExactly("20240105120000_also", "20240105120000_init", "20240301090000_role");
    assertThat(down(at(set, "20240301090000_role"))).hasSize(1);
  }

  @Test
  void sourcegraphDeclaresItsGraph() {
    MigrationSet set =
        folder()
            .file("1000/metadata.yaml", "name: 'root'\nparents: []\n")
            .file("1000/up.sql", "CREATE TABLE a ();")
            .file("1000/down.sql", "DROP TABLE a;")
            .file("1001_left/metadata.yaml", "name: 'left'\nparents: [1000]\n")
            .file("1001_left/up.sql", "CREATE TABLE b ();")
            .file("1002_right/metadata.yaml", "parents: [1000]\ncreateIndexConcurrently: true\n")
            .file("1002_right/up.sql", "CREATE INDEX CONCURRENTLY x ON a (id);")
            .file("1003_join/metadata.yaml", "parents: [1001, 1002]\n")
            .file("1003_join/up.sql", "SELECT 1;")
            .readClean();
    assertThat(set.layout()).isEqualTo("sourcegraph");
    assertThat(at(set, "1000").name()).isEqualTo("root");
    assertThat(set.graph().parents(MigrationId.of("1003")))
        .containsExactly(MigrationId.of("1001"), MigrationId.of("1002"));
    assertThat(set.graph().heads()).containsExactly(MigrationId.of("1003"));
    assertThat(set.graph().roots()).containsExactly(MigrationId.of("1000"));
    assertThat(at(set, "1002").header().transactional()).isFalse();
  }

  @Test
  void flywayVersionsUndoRepeatablesAndCallbacks() {
    MigrationSet set =
        folder()
            .file("V1__Create_person.sql", "CREATE TABLE person ();")
            .file("U1__Create_person.sql", "DROP TABLE person;")
            .file("V2.0.1__Fix.sql", "SELECT 201;")
            .file("V2__Add.sql", "SELECT 2;")
            .file("v10/V10__Later.sql", "VACUUM;")
            .file("v10/V10__Later.sql.conf", "executeInTransaction=false\n")
            .file("R__views.sql", "CREATE OR REPLACE VIEW v AS SELECT 1;")
            .file("beforeMigrate.sql", "SELECT 'before';")
            .file("afterMigrate__grants.sql", "GRANT SELECT ON person TO PUBLIC;")
            .file("afterEachMigrate.sql", "SELECT 'each';")
            .readClean();
    assertThat(set.layout()).isEqualTo("flyway");
    assertThat(ids(set)).containsExactly("1", "2", "2.0.1", "10");
    assertThat(down(at(set, "1"))).containsExactly("DROP TABLE person");
    assertThat(at(set, "10").header().transactional()).isFalse();
    assertThat(set.graph().repeatables()).extracting(Migration::title).containsExactly("R__views");
    assertThat(set.callbacks())
        .extracting(Callback::event)
        .containsExactlyInAnyOrder(
            CallbackEvent.BEFORE_MIGRATE,
            CallbackEvent.AFTER_MIGRATE,
            CallbackEvent.AFTER_EACH_MIGRATE);
    assertThat(set.callbacks()).extracting(Callback::database).containsOnly("main");
  }

  @Test
  void flywayBaselinesAreRefusedAndOtherCallbacksTold() {
    ReadFolder folder =
        folder()
            .file("B5__baseline.sql", "SELECT 5;")
            .file("V6__x.sql", "SELECT 6;")
            .file("afterClean.sql", "SELECT 'clean';");
    folder.read();
    assertThat(folder.told())
        .containsExactlyInAnyOrder(
            "LAYOUT_UNKNOWN migrations/B5__baseline.sql",
            "LAYOUT_UNKNOWN migrations/afterClean.sql");
    assertThat(folder.problems.errors()).hasSize(1);
  }

  private static final String PLAN =
      """
      %syntax-version=1.0.0
      %project=flipr
      %uri=https://github.com/theory/sqitch-intro/

      appschema 2013-12-31T22:34:42Z Marge N. O’Vera <marge@example.com> # Adds flipr schema.
      users [appschema] 2014-01-01T00:00:00Z Marge N. O’Vera <marge@example.com> # Creates users.
      insert_user [users appschema !legacy] 2014-01-02T00:00:00Z Marge <marge@example.com> # Adds a function.
      @v1.0.0-dev1 2014-01-03T00:00:00Z Marge <marge@example.com> # Tag v1.0.0-dev1.

      insert_user [insert_user@v1.0.0-dev1 flipr:users] 2014-01-04T00:00:00Z Marge <m@example.com> # Hashes passwords.
      """;

  private ReadFolder sqitch() {
    return folder()
        .file("sqitch.conf", "[core]\n\tengine = pg\n")
        .file("sqitch.plan", PLAN)
        .file(
            "deploy/appschema.sql",
            "-- Deploy flipr:appschema to pg\n\nBEGIN;\nCREATE SCHEMA flipr;\nCOMMIT;\n")
        .file("revert/appschema.sql", "BEGIN;\nDROP SCHEMA flipr;\nCOMMIT;\n")
        .file("verify/appschema.sql", "BEGIN;\nSELECT 1/count(*) FROM pg_namespace;\nROLLBACK;\n")
        .file("deploy/users.sql", "-- requires: appschema\nCREATE TABLE flipr.users ();")
        .file("deploy/insert_user@v1.0.0-dev1.sql", "SELECT 'first';")
        .file("deploy/insert_user.sql", "SELECT 'second';")
        .file("revert/insert_user.sql", "SELECT 'first';");
  }

  @Test
  void sqitchPlan() {
    MigrationSet set = sqitch().readClean();
    assertThat(set.layout()).isEqualTo("sqitch");
    assertThat(ids(set)).containsExactly("appschema", "users", "insert_user", "insert_user~2");
    assertThat(sql(at(set, "insert_user").up())).containsExactly("SELECT 'first'");
    assertThat(sql(at(set, "insert_user~2").up())).containsExactly("SELECT 'second'");
    assertThat(set.graph().parents(MigrationId.of("insert_user")))
        .containsExactly(MigrationId.of("users"), MigrationId.of("appschema"));
    assertThat(set.graph().heads()).containsExactly(MigrationId.of("insert_user~2"));
    Migration appschema = at(set, "appschema");
    assertThat(down(appschema)).hasSize(3);
    assertThat(appschema.verify()).isPresent();
    assertThat(appschema.header().fields())
        .containsEntry("Author", "Marge N. O’Vera <marge@example.com>")
        .containsEntry("Purpose", "Adds flipr schema.");
    assertThat(References.in(set.graph()).id("@v1.0.0-dev1"))
        .isEqualTo(MigrationId.of("insert_user"));
  }

  @Test
  void sqitchNamesMayBePaths() {
    MigrationSet set =
        folder()
            .file(
                "sqitch.plan",
                "%project=x\napi/users 2014-01-01T00:00:00Z M <m@x> # a\n"
                    + "api/roles [api/users] 2014-01-01T00:00:00Z M <m@x> # b\n")
            .file("deploy/api/users.sql", "SELECT 1;")
            .file("deploy/api/roles.sql", "SELECT 2;")
            .readClean();
    assertThat(ids(set)).containsExactly("api/users", "api/roles");
    assertThat(at(set, "api/users").name()).isEqualTo("users");
  }

  @Test
  void sqitchPlanFaultsNameTheirLine() {
    ReadFolder folder =
        folder()
            .file(
                "sqitch.plan",
                """
                %project=x
                a 2014-01-01T00:00:00Z M <m@x> # a
                b [c] 2014-01-01T00:00:00Z M <m@x> # b
                c [!a] 2014-01-01T00:00:00Z M <m@x> # c
                gone 2014-01-01T00:00:00Z M <m@x> # gone
                d [nowhere] 2014-01-01T00:00:00Z M <m@x> # d
                """)
            .file("deploy/a.sql", "SELECT 1;")
            .file("deploy/b.sql", "SELECT 1;")
            .file("deploy/c.sql", "SELECT 1;")
            .file("deploy/d.sql", "SELECT 1;");
    folder.read();
    assertThat(folder.told())
        .containsExactlyInAnyOrder(
            "METADATA_INVALID migrations/sqitch.plan:3",
            "METADATA_INVALID migrations/sqitch.plan:4",
            "METADATA_INVALID migrations/sqitch.plan:5",
            "PARENT_MISSING migrations/deploy/d.sql");
  }

  private ReadFolder popx() {
    return folder()
        .file("20191100000001_identities.postgres.up.sql", "CREATE TABLE i (id uuid);")
        .file("20191100000001_identities.sqlite3.up.sql", "CREATE TABLE i (id text);")
        .file("20191100000001_identities.mysql.up.sql", "CREATE TABLE i (id char(36));")
        .file("20191100000001_identities.down.sql", "DROP TABLE i;")
        .file("20191100000002_note.up.sql", "ALTER TABLE i ADD note text;")
        .file("20191100000002_note.sqlite3.up.sql", "ALTER TABLE i ADD COLUMN note text;")
        .file(
            "20191100000003_idx.postgres.autocommit.up.sql",
            "CREATE INDEX CONCURRENTLY x ON i (id);")
        .file("20191100000003_idx.postgres.down.sql", "DROP INDEX x;");
  }

  @Test
  void popxTakesTheEnginesOwnFile() {
    MigrationSet postgres = popx().databases(MAIN).readClean();
    assertThat(postgres.layout()).isEqualTo("popx");
    assertThat(ids(postgres)).containsExactly("20191100000001", "20191100000002", "20191100000003");
    assertThat(sql(at(postgres, "20191100000001").up()))
        .containsExactly("CREATE TABLE i (id uuid)");
    assertThat(down(at(postgres, "20191100000001"))).containsExactly("DROP TABLE i");
    assertThat(sql(at(postgres, "20191100000002").up()))
        .containsExactly("ALTER TABLE i ADD note text");
    assertThat(at(postgres, "20191100000003").header().transactional()).isFalse();

    MigrationSet sqlite = popx().databases(TRADES).readClean();
    assertThat(ids(sqlite)).containsExactly("20191100000001", "20191100000002");
    assertThat(sql(at(sqlite, "20191100000002").up()))
        .containsExactly("ALTER TABLE i ADD COLUMN note text");
  }

  @Test
  void aMigrationForOtherEnginesAloneIsNone() {
    MigrationSet set =
        popx()
            .file("20191100000004_fix.mysql.up.sql", "ALTER TABLE i ENGINE = InnoDB;")
            .file("20191100000004_fix.down.sql", "SELECT 1;")
            .readClean();
    assertThat(ids(set)).doesNotContain("20191100000004");
  }

  @Test
  void popxServesTwoEnginesAtOnce() {
    MigrationSet set = popx().databases(MAIN, TRADES).readClean();
    assertThat(set.graph().at(MigrationId.of("20191100000002")))
        .extracting(Migration::database)
        .containsExactlyInAnyOrder("main", "trades");
    assertThat(set.graph().at(MigrationId.of("20191100000003")))
        .extracting(Migration::database)
        .containsExactly("main");
  }

  @Test
  void versionFoldersOrderByVersionThenNumber() {
    MigrationSet set =
        folder()
            .file("1.2/01__b.sql", "SELECT 2;")
            .file("1.10/01__d.sql", "SELECT 4;")
            .file("1.2.1/01__c.sql", "SELECT 3;")
            .file("1.2/02__bb.sql", "SELECT 22;")
            .file("1.2/02__bb_rollback.sql", "SELECT -22;")
            .readClean();
    assertThat(set.layout()).isEqualTo("versions");
    assertThat(ids(set)).containsExactly("1.2_01", "1.2_02", "1.2.1_01", "1.10_01");
    assertThat(set.graph().heads()).containsExactly(MigrationId.of("1.10_01"));
    assertThat(down(at(set, "1.2_02"))).containsExactly("SELECT -22");
  }

  @Test
  void dbmateCutsAtItsMarks() {
    MigrationSet set =
        folder()
            .file(
                "20200101000000_users.sql",
                "-- Purpose: users\n-- migrate:up\nCREATE TABLE users (id int)\n\n"
                    + "-- migrate:down\nDROP TABLE users\n")
            .file(
                "20200102000000_vacuum.sql",
                "-- migrate:up transaction:false\nVACUUM;\n-- migrate:down\n")
            .readClean();
    assertThat(set.layout()).isEqualTo("dbmate");
    Migration users = at(set, "20200101000000");
    assertThat(sql(users.up())).containsExactly("CREATE TABLE users (id int)");
    assertThat(down(users)).containsExactly("DROP TABLE users");
    assertThat(users.down().orElseThrow().iterator().next().span().place().toString())
        .isEqualTo("migrations/20200101000000_users.sql:6:1");
    assertThat(users.header().fields()).containsEntry("Purpose", "users");
    assertThat(at(set, "20200102000000").header().transactional()).isFalse();
    assertThat(at(set, "20200102000000").down()).isEmpty();
  }

  @Test
  void gooseCutsAtItsMarks() {
    MigrationSet set =
        folder()
            .file(
                "00001_fn.sql",
                "-- +goose Up\r\n-- +goose StatementBegin\r\n"
                    + "CREATE FUNCTION f() RETURNS int AS $$ BEGIN RETURN 1; END; $$ LANGUAGE plpgsql\r\n"
                    + "-- +goose StatementEnd\r\n\r\n-- +goose Down\r\nDROP FUNCTION f();\r\n")
            .file(
                "00002_idx.sql",
                "-- +goose NO TRANSACTION\n-- +goose Up\nCREATE INDEX CONCURRENTLY x ON t (a);\n")
            .readClean();
    assertThat(set.layout()).isEqualTo("goose");
    assertThat(sql(at(set, "1").up())).singleElement().asString().startsWith("CREATE FUNCTION");
    assertThat(down(at(set, "1"))).containsExactly("DROP FUNCTION f()");
    assertThat(at(set, "1").header().transactional()).isTrue();
    assertThat(at(set, "2").header().transactional()).isFalse();
  }

  @Test
  void gooseEnvironmentVariablesAreRefused() {
    ReadFolder folder =
        folder()
            .file("1_a.sql", "-- +goose Up\n-- +goose ENVSUB ON\nSELECT '${HOME}';\n")
            .file("2_b.sql", "-- +goose Upp\nSELECT 1;\n");
    folder.read();
    assertThat(folder.told())
        .containsExactlyInAnyOrder(
            "HEADER_INVALID migrations/1_a.sql:2:4", "HEADER_UNKNOWN migrations/2_b.sql:1:4");
  }

  @Test
  void supabaseTimestampsAreWholeNames() {
    MigrationSet set =
        folder()
            .file("20240105120000_b.sql", "SELECT 'b';")
            .file("20240105120000_a.sql", "SELECT 'a';")
            .file("20240105120000_a_rollback.sql", "SELECT '-a';")
            .file("20240106120000_c.sql", "SELECT 'c';\n-- Rollback\nSELECT '-c';")
            .readClean();
    assertThat(set.layout()).isEqualTo("supabase");
    assertThat(ids(set))
        .containsExactly("20240105120000_a", "20240105120000_b", "20240106120000_c");
    assertThat(down(at(set, "20240105120000_a"))).containsExactly("SELECT '-a'");
    assertThat(down(at(set, "20240106120000_c"))).containsExactly("SELECT '-c'");
    assertThat(at(set, "20240105120000_b").title()).isEqualTo("20240105120000_b");
  }

  @Test
  void featuresFormOneGraph() {
    MigrationSet set =
        folder()
            .file("common/001_users.sql", "CREATE TABLE users ();")
            .file("events/001_events.sql", "-- Depends: common/001\nCREATE TABLE events ();")
            .file("events/002_more.sql", "SELECT 2;\n-- Rollback\nSELECT -2;")
            .file("setups/001_setups.up.sql", "-- Depends: events/002_more, common/1\nSELECT 1;")
            .file("setups/001_setups.down.sql", "SELECT -1;")
            .readClean();
    assertThat(set.layout()).isEqualTo("features");
    assertThat(ids(set)).containsExactly("common/001", "events/001", "events/002", "setups/001");
    assertThat(set.graph().heads()).containsExactly(MigrationId.of("setups", "001"));
    assertThat(set.graph().parents(MigrationId.parse("setups/001")))
        .containsExactly(MigrationId.parse("events/002"), MigrationId.parse("common/001"));
    assertThat(down(at(set, "setups/001"))).containsExactly("SELECT -1");
    assertThat(at(set, "events/002").title()).isEqualTo("events/002_more");
  }

  @Test
  void whatFitsNoLayoutIsNamed() {
    ReadFolder folder = folder().file("001_a.sql", "SELECT 1;").file("seed.sql", "SELECT 2;");
    folder.read();
    assertThat(folder.told()).containsExactly("LAYOUT_UNKNOWN migrations/seed.sql");
    assertThat(folder.problems.all().get(0).render()).contains("seed.sql", "--layout", "layout:");
  }

  @Test
  void twoLayoutsInOneFolderAreAnError() {
    assertAmbiguous(
        folder().file("001_a.up.sql", "SELECT 1;").file("002_b.sql", "SELECT 2;"),
        "updown",
        "numbered");
    assertAmbiguous(
        folder().file("001_a.sql", "SELECT 1;").file("events/001_b.sql", "SELECT 2;"),
        "features",
        "numbered");
    assertAmbiguous(
        folder().file("V1__a.sql", "SELECT 1;").file("20240101000000_b.sql", "SELECT 2;"),
        "flyway",
        "supabase");
    assertAmbiguous(
        folder()
            .file("1_a.sql", "-- +goose Up\nSELECT 1;")
            .file("2_b.sql", "-- migrate:up\nSELECT 2;"),
        "dbmate",
        "goose");
  }

  private int ambiguous;

  private void assertAmbiguous(ReadFolder made, String first, String second) {
    made.read();
    assertThat(made.problems.errors())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ErrorCode.LAYOUT_AMBIGUOUS);
              assertThat(problem.message()).contains(first, second);
              assertThat(problem.action()).contains("layout:");
            });
    // The next case begins with an empty folder.
    base = base.resolve("case" + ambiguous++);
  }

  @Test
  void aNamedLayoutOverridesAndTellsWhatItLeavesOut() {
    ReadFolder folder =
        folder()
            .file("001_a.sql", "SELECT 1;")
            .file("events/001_b.sql", "SELECT 2;")
            .layout("numbered");
    MigrationSet set = folder.read();
    assertThat(ids(set)).containsExactly("001");
    assertThat(folder.problems.errors()).isEmpty();
    assertThat(folder.told()).containsExactly("LAYOUT_UNKNOWN migrations/events/001_b.sql");
  }

  @Test
  void aNamedLayoutNeverRunsAnotherToolsRollback() {
    ReadFolder folder =
        folder()
            .file("1_a.sql", "-- +goose Up\nCREATE TABLE a ();\n-- +goose Down\nDROP TABLE a;\n")
            .layout("numbered");
    folder.read();
    assertThat(folder.problems.hasErrors()).isTrue();
    assertThat(folder.problems.errors().get(0).code()).isEqualTo(ErrorCode.LAYOUT_AMBIGUOUS);
  }

  @Test
  void anUnknownLayoutNameIsCorrected() {
    ReadFolder folder = folder().layout("flywai");
    assertThatThrownBy(folder::read)
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.code()).isEqualTo(ErrorCode.LAYOUT_UNKNOWN);
              assertThat(error.problems().get(0).action()).isEqualTo("did you mean flyway?");
            });
  }

  @Test
  void anEmptyFolderIsNoFault() {
    MigrationSet set = folder().file("README.md", "nothing yet").readClean();
    assertThat(set.graph().ids()).isEmpty();
    assertThat(set.layout()).isEqualTo("numbered");
  }
}
