package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.Target;
import io.liftlock.core.report.Outcome;
import io.liftlock.runtime.DatabaseStatus;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.RunRequest;
import io.liftlock.runtime.config.ProjectOptions;
import io.liftlock.runtime.config.ProjectReader;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Folders as the users of other tools have them: seen, migrated, taken back, migrated again, and
 * continued with a new migration of the same form, on PostgreSQL and on SQLite.
 */
class LayoutsTest {

  /** Which way back a folder has. */
  private enum Back {
    WHOLE,
    NONE
  }

  private enum Engine {
    POSTGRES,
    SQLITE
  }

  /** A folder, with what is expected of it. */
  private enum Example {
    NUMBERED(
        Back.WHOLE,
        "004_add_thing.sql",
        file("001_users.sql", create("users") + "-- Rollback:\n" + drop("users")),
        file("002-posts.sql", create("posts")),
        file("002-posts_rollback.sql", drop("posts")),
        file("003 with space.sql", "\uFEFF" + create("spaced").replace("\n", "\r\n")),
        file("003 with space_rollback.sql", "DROP TABLE spaced")),
    GOLANG_MIGRATE(
        Back.WHOLE,
        "000003_add_thing.up.sql",
        pair("000001_users", "users"),
        pair("000002_posts", "posts")),
    FLYWAY(
        Back.NONE,
        "V11__add_thing.sql",
        file("V1__users.sql", create("users")),
        file("V1_1__posts.sql", create("posts")),
        file("V2.0.1__tags.sql", create("tags")),
        file("V10__notes.sql", create("notes")),
        file(
            "R__names.sql", "DROP VIEW IF EXISTS names; CREATE VIEW names AS SELECT x FROM users;"),
        file("beforeMigrate.sql", "CREATE TABLE IF NOT EXISTS seen (x integer);"),
        file("afterEachMigrate__count.sql", "INSERT INTO seen VALUES (1);")),
    FLYWAY_WITH_UNDO(
        Back.WHOLE,
        "V3__add_thing.sql",
        file("V1__users.sql", create("users")),
        file("U1__users.sql", drop("users")),
        file("V2__posts.sql", create("posts")),
        file("U2__posts.sql", drop("posts"))),
    DBMATE(
        Back.WHOLE,
        "_add_thing.sql",
        marked("20240101120000_users", "-- migrate:up", "-- migrate:down", "users"),
        marked(
            "20240102120000_posts",
            "-- migrate:up transaction:false",
            "-- migrate:down transaction:false",
            "posts")),
    GOOSE(
        Back.WHOLE,
        "_add_thing.sql",
        marked("00001_users", "-- +goose Up", "-- +goose Down", "users"),
        file(
            "20240102120000_posts.sql",
            "-- +goose NO TRANSACTION\n-- +goose Up\n-- +goose StatementBegin\n"
                + create("posts")
                + "-- +goose StatementEnd\n-- +goose Down\n"
                + drop("posts"))),
    SUPABASE(
        Back.NONE,
        "_add_thing.sql",
        file("20240101120000_users.sql", create("users")),
        file("20240102120000_posts.sql", create("posts"))),
    PRISMA(
        Back.NONE,
        "_add_thing/migration.sql",
        file("20240101120000_init/migration.sql", "-- CreateTable\n" + create("users")),
        file("20240102120000_posts/migration.sql", create("posts")),
        file("migration_lock.toml", "provider = \"postgresql\"\n")),
    DIESEL(
        Back.WHOLE,
        "_add_thing/up.sql",
        file("00000000000000_diesel_initial_setup/up.sql", create("setup")),
        file("00000000000000_diesel_initial_setup/down.sql", drop("setup")),
        file("2024-01-01-120000_users/up.sql", create("users")),
        file("2024-01-01-120000_users/down.sql", drop("users")),
        file("2024-01-01-120000_users/metadata.toml", "run_in_transaction = false\n")),
    SQITCH(
        Back.WHOLE,
        "deploy/add_thing.sql",
        file(
            "sqitch.plan",
            "%syntax-version=1.0.0\n%project=app\n\n"
                + "users 2024-01-01T12:00:00Z Ann <ann@example.org> # users\n"
                + "@v1.0 2024-01-02T12:00:00Z Ann <ann@example.org> # tag\n"
                + "posts [users] 2024-01-03T12:00:00Z Ann <ann@example.org> # posts\n"),
        file("sqitch.conf", "[core]\n\tengine = pg\n"),
        sqitch("users"),
        sqitch("posts")),
    POPX(
        Back.WHOLE,
        "_add_thing.up.sql",
        pair("20240101120000_users", "users"),
        file("20240102120000_posts.postgres.up.sql", "CREATE TABLE posts (id bigserial);"),
        file("20240102120000_posts.postgres.down.sql", drop("posts")),
        file("20240102120000_posts.sqlite.up.sql", create("posts")),
        file("20240102120000_posts.sqlite.down.sql", drop("posts")),
        file("20240103120000_by_x.autocommit.up.sql", "CREATE INDEX by_x ON users (x);"),
        file("20240103120000_by_x.autocommit.down.sql", "DROP INDEX by_x;")),
    VERSION_FOLDERS(
        Back.WHOLE,
        "1.10/02__add_thing.sql",
        file("1.2/01__users.sql", create("users")),
        file("1.2/01__users_rollback.sql", drop("users")),
        file("1.10/01__posts.sql", create("posts")),
        file("1.10/01__posts_rollback.sql", drop("posts"))),
    SOURCEGRAPH(
        Back.WHOLE,
        "_add_thing/up.sql",
        file("1000000001/metadata.yaml", "name: users\n"),
        file("1000000001/up.sql", create("users")),
        file("1000000001/down.sql", drop("users")),
        file("1000000002/metadata.yaml", "name: posts\nparents: [1000000001]\n"),
        file("1000000002/up.sql", create("posts")),
        file("1000000002/down.sql", drop("posts")),
        file("1000000003/metadata.yaml", "name: tags\nparents: [1000000001]\n"),
        file("1000000003/up.sql", create("tags")),
        file("1000000003/down.sql", drop("tags")),
        file("1000000004/metadata.yaml", "name: join\nparents: [1000000002, 1000000003]\n"),
        file("1000000004/up.sql", "CREATE INDEX by_x ON posts (x);"),
        file("1000000004/down.sql", "DROP INDEX by_x;"));

    private final Back back;
    private final String next;
    private final Map<String, String> files = new LinkedHashMap<>();

    @SafeVarargs
    Example(Back back, String next, Map<String, String>... files) {
      this.back = back;
      this.next = next;
      for (Map<String, String> some : files) {
        this.files.putAll(some);
      }
    }

    private static Map<String, String> file(String name, String text) {
      return Map.of(name, text);
    }

    private static Map<String, String> pair(String stem, String table) {
      return Map.of(stem + ".up.sql", create(table), stem + ".down.sql", drop(table));
    }

    private static Map<String, String> marked(String stem, String up, String down, String table) {
      return file(
          stem + ".sql", up + "\n" + create(table) + "\n" + down + "\n" + drop(table) + "\n");
    }

    /** As Sqitch's own templates write them. */
    private static Map<String, String> sqitch(String table) {
      return Map.of(
          "deploy/" + table + ".sql",
          "-- Deploy app:" + table + " to pg\n\nBEGIN;\n\n" + create(table) + "\nCOMMIT;\n",
          "revert/" + table + ".sql",
          "-- Revert app:" + table + " from pg\n\nBEGIN;\n\n" + drop(table) + "\nCOMMIT;\n",
          "verify/" + table + ".sql",
          "-- Verify app:"
              + table
              + " on pg\n\nBEGIN;\n\nSELECT id, x FROM "
              + table
              + " WHERE id < 0;\n\nROLLBACK;\n");
    }

    private static String create(String table) {
      return "CREATE TABLE " + table + " (id integer PRIMARY KEY, x text);\n";
    }

    private static String drop(String table) {
      return "DROP TABLE " + table + ";\n";
    }
  }

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void worksOnPostgres(Example example) throws IOException {
    on(Engine.POSTGRES, url -> play(example, url));
  }

  @ParameterizedTest
  @EnumSource
  void worksOnSqlite(Example example) throws IOException {
    on(Engine.SQLITE, url -> play(example, url));
  }

  private void on(Engine engine, Function<String, Boolean> act) {
    if (engine == Engine.SQLITE) {
      assertThat(act.apply("sqlite:" + folder.resolve("data.db"))).isTrue();
      return;
    }
    ScratchDatabase database = ScratchServer.get().freshDatabase();
    try {
      assertThat(act.apply(database.urlText())).isTrue();
    } finally {
      database.drop();
    }
  }

  private boolean play(Example example, String url) {
    write(example.files);
    int all;
    int ids;
    try (Liftlock liftlock = open(url)) {
      ids = liftlock.migrations().graph().ids().size();
      List<Migration> pending = status(liftlock).pending();
      assertThat(pending)
          .filteredOn(migration -> migration.kind() == Migration.Kind.VERSIONED)
          .hasSize(ids);
      all = pending.size();
      assertThat(run(liftlock, RunRequest.up())).isEqualTo(all);
      assertThat(status(liftlock).isCurrent()).isTrue();
      Outcome back = liftlock.run(RunRequest.to(Direction.DOWN, new Target.Steps(1)));
      if (example.back == Back.NONE) {
        assertThat(back).isInstanceOf(Outcome.Refused.class);
      } else {
        assertThat(((Outcome.Completed) back).finished()).hasSize(1);
        assertThat(run(liftlock, RunRequest.up())).isEqualTo(1);
        assertThat(run(liftlock, RunRequest.to(Direction.DOWN, new Target.Nothing())))
            .isEqualTo(all);
        assertThat(status(liftlock).heads()).isEmpty();
        assertThat(run(liftlock, RunRequest.up())).isEqualTo(all);
      }
    }
    MigrationId added;
    try (Liftlock liftlock = open(url)) {
      List<Path> files = liftlock.files().create("add thing", null, null);
      assertThat(files).anyMatch(file -> file.toString().endsWith(example.next));
    }
    try (Liftlock liftlock = open(url)) {
      assertThat(liftlock.migrations().graph().ids()).hasSize(ids + 1);
      assertThat(status(liftlock).pending()).hasSize(1);
      added = status(liftlock).pending().get(0).id();
      assertThat(run(liftlock, RunRequest.up())).isEqualTo(1);
      assertThat(status(liftlock).heads()).containsExactly(added);
      assertThat(status(liftlock).isCurrent()).isTrue();
    }
    return true;
  }

  @Test
  void featuresWithDependenciesHaveSeveralHeadsUntilTheyAreMerged() {
    write(
        Map.of(
            "common/001_users.sql", Example.create("users"),
            "common/002_roles.sql", Example.create("roles"),
            "events/001_events.sql", "-- Depends: common/001\n" + Example.create("events"),
            "discord/001_bots.sql", "-- Depends: events/001, common/002\n" + Example.create("bots"),
            "setups/001_setups.sql", Example.create("setups")));
    on(
        Engine.POSTGRES,
        url -> {
          try (Liftlock liftlock = open(url)) {
            assertThat(run(liftlock, RunRequest.up())).isEqualTo(5);
            assertThat(status(liftlock).heads())
                .extracting(MigrationId::toString)
                .containsExactlyInAnyOrder("discord/001", "setups/001");
            liftlock.files().merge("together", null, "setups");
          }
          try (Liftlock liftlock = open(url)) {
            assertThat(run(liftlock, RunRequest.up())).isEqualTo(1);
            assertThat(status(liftlock).heads())
                .extracting(MigrationId::toString)
                .containsExactly("setups/002");
          }
          return true;
        });
  }

  private Liftlock open(String url) {
    return Liftlock.of(
        ProjectReader.read(new ProjectOptions(folder, null, null, null, url, null), Map.of()));
  }

  private static DatabaseStatus status(Liftlock liftlock) {
    return liftlock.status().get(0);
  }

  private static int run(Liftlock liftlock, RunRequest request) {
    Outcome outcome = liftlock.run(request);
    assertThat(outcome).isInstanceOf(Outcome.Completed.class);
    return ((Outcome.Completed) outcome).finished().size();
  }

  private void write(Map<String, String> files) {
    files.forEach(
        (name, text) -> {
          try {
            Path file = folder.resolve("migrations").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
