package io.liftlock.engine.migrate;

import static io.liftlock.engine.migrate.ReadFolder.MAIN;
import static io.liftlock.engine.migrate.ReadFolder.TRADES;
import static io.liftlock.engine.migrate.ReadFolder.at;
import static io.liftlock.engine.migrate.ReadFolder.down;
import static io.liftlock.engine.migrate.ReadFolder.ids;
import static io.liftlock.engine.migrate.ReadFolder.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Statement;
import io.liftlock.engine.migrate.ReadRequest.NamedDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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

  @Test
  void oddFilesWork() {
    MigrationSet set =
        folder()
            .file("001 first one.SQL", "\uFEFF-- Purpose: odd\r\nSELECT 1;\r\nSELECT 2\r\n")
            .file("002_empty.sql", "")
            .file("003_comment_only.sql", "-- nothing to do\n/* really */")
            .file("004_no_semicolon.sql", "SELECT 4")
            .readClean();
    assertThat(ids(set)).containsExactly("001", "002", "003", "004");
    assertThat(at(set, "1").name()).isEqualTo("first one");
    assertThat(sql(at(set, "1").up())).containsExactly("SELECT 1", "SELECT 2");
    assertThat(at(set, "1").header().fields()).containsEntry("Purpose", "odd");
    assertThat(at(set, "1").up().iterator().next().span().line()).isEqualTo(2);
    assertThat(at(set, "2").up().isEmpty()).isTrue();
    assertThat(at(set, "3").up().isEmpty()).isTrue();
  }

  @Test
  void everyFaultIsToldAtOnceWithItsFile() {
    ReadFolder folder =
        folder()
            .file("001_a.sql", "SELECT 1;")
            .file("1_b.sql", "SELECT 1;")
            .file("002_c_rollback.sql", "SELECT 2;")
            .file("004_d.sql", "-- Databse: main\nSELECT 'never closed;")
            .file("005_e.sql", new byte[] {'S', 'E', 'L', (byte) 0xff, ';'})
            .file("006_f.sql", "-- Rollback: SELECT 1;\nSELECT 6;\n-- Rollback\nSELECT 7;\n")
            .file("007_g.sql", "-- Depends: 099\nSELECT 7;");
    folder.read();
    assertThat(folder.problems.errors())
        .extracting(problem -> problem.code() + " " + problem.place().file())
        .containsExactlyInAnyOrder(
            "MIGRATION_DUPLICATE migrations/1_b.sql",
            "ROLLBACK_ORPHAN migrations/002_c_rollback.sql",
            "HEADER_UNKNOWN migrations/004_d.sql",
            "STATEMENT_UNTERMINATED migrations/004_d.sql",
            "FILE_NOT_UTF8 migrations/005_e.sql",
            "ROLLBACK_AMBIGUOUS migrations/006_f.sql",
            "PARENT_MISSING migrations/007_g.sql");
  }

  @Test
  void aFileThatCannotBeReadHidesNoOther() throws Exception {
    ReadFolder folder =
        folder().file("001_a.sql", "SELECT 1;").file("003_c_rollback.sql", "SELECT 3;");
    Files.createSymbolicLink(folder.path().resolve("002_b.sql"), base.resolve("gone.sql"));
    MigrationSet set = folder.read();
    assertThat(folder.told())
        .containsExactly(
            "ROLLBACK_ORPHAN migrations/003_c_rollback.sql",
            "FILE_UNREADABLE migrations/002_b.sql");
    assertThat(folder.problems.all().get(1).message()).doesNotContain(base.toString());
    assertThat(ids(set)).containsExactly("001");
  }

  @Test
  void aHeaderMayBeABlockComment() {
    MigrationSet set =
        folder()
            .file(
                "001_a.sql",
                "/*\n * Purpose: blocks\n * Database: trades\n * Transaction: none\n */\nSELECT 1;")
            .databases(MAIN, TRADES)
            .readClean();
    assertThat(at(set, "1").database()).isEqualTo("trades");
    assertThat(at(set, "1").header().fields()).containsEntry("Purpose", "blocks");
    assertThat(at(set, "1").header().transactional()).isFalse();
  }

  @Test
  void aGapIsAWarning() {
    ReadFolder folder =
        folder()
            .file("001_a.sql", "SELECT 1;")
            .file("003_c.sql", "SELECT 3;")
            .file("004_d.sql", "SELECT 4;")
            .file("008_e.sql", "SELECT 8;");
    MigrationSet set = folder.read();
    assertThat(folder.problems.errors()).isEmpty();
    assertThat(folder.told()).containsExactly("MIGRATION_GAP migrations/003_c.sql");
    assertThat(set.warnings()).hasSize(1);
    assertThat(set.warnings().get(0).message()).endsWith(": 2, 5 to 7");
  }

  @Test
  void numbersInTensHaveNoGap() {
    folder()
        .file("010_a.sql", "SELECT 1;")
        .file("020_b.sql", "SELECT 2;")
        .file("040_c.sql", "SELECT 3;")
        .readClean();
  }

  @Test
  void aMissingFolderIsNamed() {
    ReadFolder folder = folder();
    ReadRequest request = ReadRequest.of(base.resolve("nowhere"), "main", Dialect.POSTGRES);
    new MigrationReader((file, text, format) -> Map.of()).read(request, folder.problems);
    assertThat(folder.problems.errors())
        .singleElement()
        .satisfies(problem -> assertThat(problem.action()).contains("liftlock init"));
  }

  @Test
  void databasesAreAssignedByHeaderNameMapOrBeingAlone() {
    MigrationSet set =
        folder()
            .file("001_a.sql", "-- Database: PostgreSQL\nCREATE TABLE a ();")
            .file(
                "002_b.sql",
                "-- Migration: b\n-- Database: trades\n\nCREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2; END;")
            .file("003_c.sqlite.sql", "SELECT 3;")
            .file("004_d.sql", "SELECT 4;")
            .file("005_local_e.sql", "SELECT 5;")
            .file("006_f.sql", "-- liftlock:database trades\nSELECT 6;")
            .databases(MAIN, TRADES)
            .assign("4", "main")
            .assign("*_local_*", "trades")
            .readClean();
    assertThat(set.graph().order())
        .extracting(migration -> migration.id() + " " + migration.database())
        .containsExactly(
            "001 main", "002 trades", "003 trades", "004 main", "005 trades", "006 trades");
    assertThat(at(set, "2").up().dialect()).isEqualTo(Dialect.SQLITE);
    assertThat(at(set, "2").up().size()).isEqualTo(1);
    assertThat(set.graph().heads()).hasSize(1);
  }

  @Test
  void databaseFaultsSayWhatToWrite() {
    ReadFolder folder =
        folder()
            .file("001_a.sql", "SELECT 1;")
            .file("002_b.sql", "-- Database: trade\nSELECT 2;")
            .file("003_c.sql", "-- Database: postgres\nSELECT 3;")
            .databases(MAIN, TRADES, new NamedDatabase("audit", Dialect.POSTGRES));
    folder.read();
    assertThat(folder.told())
        .containsExactly(
            "DATABASE_UNASSIGNED migrations/001_a.sql",
            "DATABASE_UNKNOWN migrations/002_b.sql",
            "DATABASE_UNASSIGNED migrations/003_c.sql");
    assertThat(folder.problems.all().get(0).action()).contains("-- Database: main");
    assertThat(folder.problems.all().get(1).action()).isEqualTo("did you mean trades?");
  }

  @Test
  void aRollbackLineAtTheHeadIsTheHeadersWhenSqlCommentsFollow() {
    MigrationSet set =
        folder()
            .file(
                "1_a.sql", "-- Purpose: x\n-- Rollback:\n-- DROP TABLE a;\n\nCREATE TABLE a ();\n")
            .readClean();
    assertThat(sql(at(set, "1").up())).containsExactly("CREATE TABLE a ()");
    assertThat(down(at(set, "1"))).containsExactly("DROP TABLE a");
  }

  @Test
  void aFileThatBeginsWithItsRollbackIsRefused() {
    ReadFolder folder = folder().file("1_a.sql", "-- Rollback\nDROP TABLE a;\n");
    folder.read();
    assertThat(folder.told()).containsExactly("ROLLBACK_AMBIGUOUS migrations/1_a.sql");
  }

  @Test
  void aRollbackWithoutAStatementIsNone() {
    MigrationSet set =
        folder()
            .file("1_a.sql", "CREATE TABLE a ();\n-- Rollback\n-- nothing yet\n")
            .file("2_b.sql", "-- Rollback: not possible\nDROP TABLE a;\n")
            .file("3_c.sql", "SELECT 3;")
            .file("3_c_rollback.sql", "-- Rollback of 3_c\n\n")
            .file("4_merge.sql", "-- Purpose: merge\n")
            .file("4_merge_rollback.sql", "-- Rollback of 4_merge\n")
            .readClean();
    assertThat(at(set, "1").down()).isEmpty();
    assertThat(at(set, "2").down()).isEmpty();
    assertThat(at(set, "3").down()).isEmpty();
    assertThat(at(set, "4").down()).isPresent();
  }

  @Test
  void transactionMarksOfEveryKind() {
    MigrationSet set =
        folder()
            .file("1_a.sql", "-- Transaction: none\nVACUUM;")
            .file("2_b.sql", "-- liftlock: transaction none\nVACUUM;")
            .file("3_c.sql", "-- atlas:txmode none\n\nVACUUM;")
            .file("4_d.sql", "-- no-transaction\nVACUUM;")
            .file("5_e.sql", "SELECT 5;")
            .file("5_e_rollback.sql", "-- Transaction: none\nVACUUM;")
            .file("6_f.sql", "-- Lock-timeout: 500ms\n-- Statement timeout: 1min\nSELECT 6;")
            .readClean();
    for (int i = 1; i <= 5; i++) {
      assertThat(at(set, "" + i).header().transactional()).as("%d", i).isFalse();
    }
    assertThat(at(set, "6").header().transactional()).isTrue();
    assertThat(at(set, "6").header().lockTimeout()).isEqualTo(Duration.ofMillis(500));
    assertThat(at(set, "6").header().statementTimeout()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aCycleIsToldWithItsPath() {
    ReadFolder folder =
        folder()
            .file("events/001_a.sql", "-- Depends: setups/001\nSELECT 1;")
            .file("setups/001_b.sql", "-- Depends: trades/001\nSELECT 1;")
            .file("trades/001_c.sql", "-- Depends: events/001\nSELECT 1;");
    folder.read();
    assertThat(folder.problems.errors())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains("events/001 -> setups/001 -> trades/001 -> events/001"));
  }

  @Test
  void aFileAboveAMegabyteIsNeverHeldWhole() {
    String row = "INSERT INTO t VALUES ('" + "x".repeat(1000) + "');\n";
    MigrationSet set =
        folder()
            .file("1_big.sql", "-- Purpose: big\n" + row.repeat(6000) + "SELECT 'last';\n")
            .readClean();
    Migration big = at(set, "1");
    assertThat(big.up().size()).isEqualTo(6001);
    assertThat(big.up().isHeld()).isFalse();
    assertThat(big.header().fields()).containsEntry("Purpose", "big");
    String last = "";
    for (Statement statement : big.up()) {
      last = statement.text();
    }
    assertThat(last).isEqualTo("SELECT 'last'");
  }

  @Test
  void aLargeMarkedFileIsCutAtItsMarks() {
    String row = "INSERT INTO t VALUES ('" + "x".repeat(1000) + "');\n";
    MigrationSet set =
        folder()
            .file(
                "1_big.sql",
                "-- migrate:up\n" + row.repeat(6000) + "-- migrate:down\nSELECT 'down'\n")
            .readClean();
    assertThat(at(set, "1").up().stream().count()).isEqualTo(6000);
    assertThat(down(at(set, "1"))).containsExactly("SELECT 'down'");
  }

  @Test
  void tenThousandFiles() throws Exception {
    ReadFolder folder = folder();
    for (int i = 1; i <= 10_000; i++) {
      Files.write(
          folder.path().resolve(String.format("%05d_step.sql", i)),
          ("-- Purpose: step\nSELECT " + i + ";\n").getBytes(StandardCharsets.UTF_8));
    }
    MigrationSet set = folder.readClean();
    assertThat(set.graph().ids()).hasSize(10_000);
    assertThat(ids(set).get(9_999)).isEqualTo("10000");
    assertThat(set.graph().heads()).hasSize(1);
  }
}
