package io.liftlock.engine.migrate;

import static io.liftlock.engine.migrate.ReadFolder.at;
import static io.liftlock.engine.migrate.ReadFolder.down;
import static io.liftlock.engine.migrate.ReadFolder.ids;
import static io.liftlock.engine.migrate.ReadFolder.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationSet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationReaderTest {

  @TempDir Path base;

  private ReadFolder folder() {
    return new ReadFolder(base);
  }

  @Test
  void numberedFilesWithRollbackFileSectionAndComment() {
    MigrationSet set =
        folder()
            .file("001_create_trades.sql", "CREATE TABLE trades (id int);\n")
            .file("001_create_trades_rollback.sql", "-- Rollback\nDROP TABLE trades;\n")
            .file(
                "002-add_note.sql",
                "ALTER TABLE trades ADD note text;\n-- Rollback:\n"
                    + "ALTER TABLE trades DROP note;\n")
            .file(
                "003_index.sql",
                "-- Purpose: find trades\n-- Rollback: DROP INDEX by_note;\n"
                    + "CREATE INDEX by_note ON trades (note);")
            .file("003_index_verify.sql", "SELECT 1/count(*) FROM pg_indexes")
            .file("README.md", "# not a migration")
            .file(".hidden.sql", "DROP TABLE trades;")
            .readClean();
    assertThat(set.layout()).isEqualTo("numbered");
    assertThat(ids(set)).containsExactly("001", "002", "003");
    assertThat(down(at(set, "1"))).containsExactly("DROP TABLE trades");
    assertThat(sql(at(set, "2").up())).containsExactly("ALTER TABLE trades ADD note text");
    assertThat(down(at(set, "2"))).containsExactly("ALTER TABLE trades DROP note");
    assertThat(down(at(set, "3"))).containsExactly("DROP INDEX by_note");
    assertThat(at(set, "3").verify()).isPresent();
    assertThat(at(set, "3").header().fields()).containsEntry("Purpose", "find trades");
    assertThat(at(set, "3").title()).isEqualTo("003_index");
    assertThat(at(set, "3").file()).isEqualTo("migrations/003_index.sql");
  }

  @Test
  void aRollbackCommentKnowsItsPlace() {
    MigrationSet set =
        folder()
            .file("1_a.sql", "-- Rollback:\n--   DROP TABLE b;\n--   DROP TABLE a;\nSELECT 1;\n")
            .readClean();
    Migration migration = at(set, "1");
    assertThat(sql(migration.up())).containsExactly("SELECT 1");
    assertThat(down(migration)).containsExactly("DROP TABLE b", "DROP TABLE a");
    assertThat(migration.down().orElseThrow().stream().map(s -> s.span().place().toString()))
        .containsExactly("migrations/1_a.sql:2:6", "migrations/1_a.sql:3:6");
  }

  @Test
  void upAndDownFiles() {
    MigrationSet set =
        folder()
            .file("1_users.up.sql", "CREATE TABLE users (id int);")
            .file("1_users.down.sql", "DROP TABLE users;")
            .file("2_more.up.sql", "ALTER TABLE users ADD name text;")
            .readClean();
    assertThat(set.layout()).isEqualTo("updown");
    assertThat(ids(set)).containsExactly("1", "2");
    assertThat(down(at(set, "1"))).containsExactly("DROP TABLE users");
    assertThat(at(set, "2").down()).isEmpty();
  }
}
