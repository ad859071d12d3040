package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That somebody else changed a database is found out, on both kinds of database. */
class VerifyTest {

  @TempDir Path folder;

  private Command migrations(String url) {
    return new Command(folder)
        .on(url)
        .write("001_users.sql", "CREATE TABLE users (id int PRIMARY KEY, email text);")
        .write("002_note.sql", "ALTER TABLE users ADD COLUMN note text;");
  }

  @Test
  void onPostgres() {
    ScratchDatabase database = ScratchServer.get().freshDatabase();
    Command command = migrations(database.urlText());
    Command.Answer before = command.run("verify");
    assertThat(before.exit()).as(before.output()).isEqualTo(1);
    assertThat(before.output()).contains("SNAPSHOT_MISSING");

    assertThat(command.run("migrate").exit()).isZero();
    Command.Answer clean = command.run("verify");
    assertThat(clean.exit()).as(clean.output()).isZero();
    assertThat(clean.output()).contains("as the last run left it (002");

    database.execute(
        "ALTER TABLE users ALTER note TYPE varchar(9); CREATE TABLE spare (a int);"
            + " CREATE INDEX tmp_1 ON users (email)");
    Command.Answer changed = command.run("verify");
    assertThat(changed.exit()).as(changed.output()).isEqualTo(1);
    assertThat(changed.output())
        .contains("type: text -> character varying(9)")
        .contains("last touched by 002_note")
        .contains("+ table public.spare");

    Command.Answer table = command.run("verify", "--table", "spare");
    assertThat(table.output()).contains("public.spare").doesNotContain("note");
    assertThat(command.run("verify", "--table", "nobody").output()).contains("TABLE_UNKNOWN");

    Command.Answer json = command.run("verify", "--format", "json");
    assertThat(json.output())
        .contains("\"touchedBy\" : \"002_note\"")
        .contains("\"kind\" : \"create-table\"");
  }

  @Test
  void whatTheMigrationsBuildIsComparedWithoutASnapshot() {
    ScratchDatabase database = ScratchServer.get().freshDatabase();
    Command command = migrations(database.urlText());
    assertThat(command.run("migrate").exit()).isZero();
    command.write("003_later.sql", "CREATE TABLE later (a int);");
    database.execute("DELETE FROM liftlock.snapshot");
    Command.Answer clean = command.run("drift");
    assertThat(clean.exit()).as(clean.output()).isZero();
    assertThat(clean.output()).contains("as the migrations build it");

    database.execute("ALTER TABLE users DROP COLUMN note; CREATE INDEX i ON users (email)");
    Command.Answer changed = command.run("drift");
    assertThat(changed.exit()).as(changed.output()).isEqualTo(1);
    assertThat(changed.output())
        .contains("- column note")
        .contains("last touched by 002_note")
        .contains("+ index i")
        // What has not run yet is no drift.
        .doesNotContain("later");
  }

  @Test
  void driftIsTakenOverOrUndone() throws IOException {
    ScratchDatabase database = ScratchServer.get().freshDatabase();
    Command command = migrations(database.urlText());
    assertThat(command.run("migrate").exit()).isZero();
    database.execute(
        "ALTER TABLE users ADD COLUMN extra int; CREATE VIEW v AS SELECT extra FROM users");

    Command.Answer left = command.run("drift", "--revert", "undo it");
    assertThat(left.output()).contains("--allow drop-column:public.users.extra");
    deleteMigrations("undo_it");
    Command.Answer undone = command.run("drift", "--revert", "undo it", "--allow", "all");
    assertThat(undone.exit()).as(undone.output()).isEqualTo(1);
    assertThat(undone.output()).contains("wrote  migrations/003_undo_it.sql");
    Command.Answer migrated = command.run("migrate");
    assertThat(migrated.exit()).as(migrated.output()).isZero();
    assertThat(command.run("drift").output()).contains("as the migrations build it");
    assertThat(database.value("SELECT to_regclass('v')::text")).isNull();

    database.execute("CREATE TABLE spare (a int PRIMARY KEY)");
    Command.Answer adopted = command.run("drift", "--adopt", "spare table");
    assertThat(adopted.output()).contains("wrote  migrations/004_spare_table.sql");
    Command.Answer stamped = command.run("stamp", "004", "--reason", "was there", "--yes");
    assertThat(stamped.exit()).as(stamped.output()).isZero();
    Command.Answer clean = command.run("drift");
    assertThat(clean.exit()).as(clean.output()).isZero();
    Command.Answer back = command.run("rollback", "--yes");
    assertThat(back.exit()).as(back.output()).isZero();
    assertThat(database.value("SELECT to_regclass('spare')::text")).isNull();
  }

  private void deleteMigrations(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
      for (Path file : files.filter(path -> path.toString().contains(name)).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void whatIsIgnoredIsToldAndDoesNotCount() throws IOException {
    ScratchDatabase database = ScratchServer.get().freshDatabase();
    Command command = migrations(database.urlText());
    assertThat(command.run("migrate").exit()).isZero();
    database.execute("CREATE TABLE spare (a int); CREATE INDEX tmp_1 ON users (email)");
    Files.writeString(
        folder.resolve("liftlock.yaml"),
        """
        ignore:
          - object: public.spare
            reason: the other team's
          - object: index public.users.tmp_*
            reason: on trial
        """);
    for (String compare : List.of("verify", "drift")) {
      Command.Answer ignored = command.run(compare);
      assertThat(ignored.exit()).as(ignored.output()).isZero();
      assertThat(ignored.output()).contains("on trial").contains("the other team's");
    }
  }

  @Test
  void onSqlite() throws SQLException {
    Path file = folder.resolve("it.db");
    Command command = migrations("sqlite:" + file);
    assertThat(command.run("migrate").exit()).isZero();
    Command.Answer clean = command.run("verify");
    assertThat(clean.exit()).as(clean.output()).isZero();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE users DROP COLUMN note");
    }
    Command.Answer changed = command.run("verify");
    assertThat(changed.exit()).as(changed.output()).isEqualTo(1);
    assertThat(changed.output()).contains("column note").contains("last touched by 002_note");
    Command.Answer drift = command.run("drift");
    assertThat(drift.exit()).as(drift.output()).isEqualTo(1);
    assertThat(drift.output()).contains("- column note").contains("last touched by 002_note");
  }
}
