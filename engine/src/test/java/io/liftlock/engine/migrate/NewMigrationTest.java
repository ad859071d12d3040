package io.liftlock.engine.migrate;

import static io.liftlock.engine.migrate.ReadFolder.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewMigrationTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:20:30Z"), ZoneOffset.UTC);

  @TempDir Path base;
  private ReadFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new ReadFolder(base);
  }

  private NewRequest request(String name, @Nullable String layout, @Nullable String branch) {
    return new NewRequest(
        folder.path(), base, layout, name, "Ann", branch, null, NewRequest.Draft.EMPTY);
  }

  /** The paths of the files written, relative to the folder. */
  private List<String> write(String name, @Nullable String layout, @Nullable String branch) {
    Written written =
        new NewMigration(ReadFolder.METADATA, CLOCK).write(request(name, layout, branch));
    return written.files().stream()
        .map(path -> folder.path().relativize(path).toString().replace('\\', '/'))
        .toList();
  }

  private List<String> write(String name) {
    return write(name, null, null);
  }

  private String text(String file) throws Exception {
    return Files.readString(folder.path().resolve(file));
  }

  @Test
  void theFirstOneIsNumbered() throws Exception {
    assertThat(write("Add note to Trades!"))
        .containsExactly("001_add_note_to_trades.sql", "001_add_note_to_trades_rollback.sql");
    assertThat(text("001_add_note_to_trades.sql"))
        .isEqualTo(
            "-- Purpose: Add note to Trades!\n-- Date: 2026-11-20\n-- Author: Ann\n"
                + "-- Breaking Changes: None\n\n");
    MigrationSet set = folder.readClean();
    assertThat(ids(set)).containsExactly("001");
  }

  @Test
  void theNextNumberHasTheWidthAndSignOfTheOthers() {
    folder.file("0009-a.sql", "SELECT 1;").file("0009-a_rollback.sql", "SELECT 1;");
    assertThat(write("b c")).containsExactly("0010-b-c.sql", "0010-b-c_rollback.sql");
    assertThat(ids(folder.readClean())).containsExactly("0009", "0010");
  }

  @Test
  void everyLayoutHasItsOwnForm() {
    assertForm("updown", "1_a.up.sql", "2_x.up.sql", "2_x.down.sql");
    assertForm(
        "popx",
        "20200101000000_a.postgres.up.sql",
        "20261120102030_x.up.sql",
        "20261120102030_x.down.sql");
    assertForm("flyway", "V2.1__a.sql", "V2.2__x.sql", "U2.2__x.sql");
    assertForm(
        "supabase",
        "20240101000000_a.sql",
        "20261120102030_x.sql",
        "20261120102030_x_rollback.sql");
    assertForm("versions", "1.0/01__a.sql", "1.0/02__x.sql", "1.0/02__x_rollback.sql");
    assertForm(
        "diesel",
        "2024-01-01-000000_a/up.sql",
        "2026-11-20-102030_x/up.sql",
        "2026-11-20-102030_x/down.sql");
    assertForm(
        "prisma",
        "20240101000000_a/migration.sql",
        "20261120102030_x/migration.sql",
        "20261120102030_x/down.sql");
    assertForm("numbered", "7_a.sql", "8_x.sql", "8_x_rollback.sql");
  }

  private int forms;

  private void assertForm(String layout, String existing, String... written) {
    base = base.resolve("form" + forms++);
    makeFolder();
    folder.file(existing, "SELECT 1;");
    assertThat(write("x")).as(layout).containsExactly(written);
    MigrationSet set = folder.readClean();
    assertThat(set.layout()).isEqualTo(layout);
    assertThat(set.graph().ids()).hasSize(2);
    // Written again at the same instant, it is later than the one before.
    write("y");
    assertThat(folder.readClean().graph().ids()).as(layout).hasSize(3);
  }

  @Test
  void markedFilesHaveBothSections() throws Exception {
    folder.file("20240101000000_a.sql", "-- migrate:up\nSELECT 1;\n-- migrate:down\n");
    assertThat(write("x")).containsExactly("20261120102030_x.sql");
    assertThat(text("20261120102030_x.sql")).contains("-- migrate:up\n", "-- migrate:down\n");
    assertThat(folder.readClean().graph().ids()).hasSize(2);
  }

  @Test
  void gooseGoesOnWithItsNumbers() throws Exception {
    folder.file("00007_a.sql", "-- +goose Up\nSELECT 1;\n");
    assertThat(write("x")).containsExactly("00008_x.sql");
    assertThat(text("00008_x.sql")).contains("-- +goose Up\n", "-- +goose Down\n");
  }

  @Test
  void sqitchGrowsItsPlan() throws Exception {
    folder
        .file("sqitch.plan", "%project=x\n\na 2024-01-01T00:00:00Z M <m@x> # a")
        .file("deploy/a.sql", "SELECT 1;");
    assertThat(write("Second thing"))
        .containsExactly(
            "deploy/second_thing.sql",
            "revert/second_thing.sql",
            "verify/second_thing.sql",
            "sqitch.plan");
    assertThat(text("sqitch.plan"))
        .endsWith("# a\nsecond_thing 2026-11-20T10:20:30Z Ann <ann@localhost> # second_thing\n");
    assertThat(ids(folder.readClean())).containsExactly("a", "second_thing");
  }

  @Test
  void sourcegraphStandsOnEveryHead() throws Exception {
    folder
        .file("1000/metadata.yaml", "name: a\nparents: []\n")
        .file("1000/up.sql", "SELECT 1;")
        .file("1001/metadata.yaml", "name: b\nparents: [1000]\n")
        .file("1001/up.sql", "SELECT 1;")
        .file("1002/metadata.yaml", "name: c\nparents: [1000]\n")
        .file("1002/up.sql", "SELECT 1;");
    assertThat(write("x"))
        .containsExactly("1003_x/up.sql", "1003_x/down.sql", "1003_x/metadata.yaml");
    assertThat(text("1003_x/metadata.yaml")).isEqualTo("name: 'x'\nparents: [1001, 1002]\n");
    assertThat(folder.readClean().graph().heads()).containsExactly(MigrationId.of("1003"));
  }

  @Test
  void featuresNeedAFolder() {
    folder.file("events/001_a.sql", "SELECT 1;").file("setups/001_b.sql", "SELECT 1;");
    assertUsage(() -> write("x"), "events, setups");
    assertUsage(() -> write("x", null, "event"), "events");
    assertUsage(() -> write("x", null, "../out"), "not the name of a folder");
    assertThat(write("x", null, "events"))
        .containsExactly("events/002_x.sql", "events/002_x_rollback.sql");
    assertThat(write("y", null, "billing"))
        .containsExactly("billing/001_y.sql", "billing/001_y_rollback.sql");
  }

  @Test
  void aFeatureInAnEmptyFolderBeginsTheFeatures() {
    assertThat(write("x", null, "events"))
        .containsExactly("events/001_x.sql", "events/001_x_rollback.sql");
    assertThat(folder.readClean().layout()).isEqualTo("features");
  }

  @Test
  void aNameNeedsALetter() {
    assertUsage(() -> write(" -- "), "name");
  }

  @Test
  void nothingIsEverOverwritten() throws Exception {
    folder
        .file("sqitch.plan", "%project=x\n\na 2024-01-01T00:00:00Z M <m@x> # a\n")
        .file("deploy/a.sql", "SELECT 1;")
        .file("deploy/b.sql", "precious");
    assertThatThrownBy(() -> write("b", "sqitch", null))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.FILE_EXISTS));
    assertThat(text("deploy/b.sql")).isEqualTo("precious");
    assertThat(text("sqitch.plan")).doesNotContain("\nb ");
    assertThat(folder.path().resolve("revert/b.sql")).doesNotExist();
  }

  private static void assertUsage(Runnable action, String part) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.code()).isEqualTo(ErrorCode.USAGE);
              assertThat(error.getMessage()).contains(part);
            });
  }

  @Test
  void aMergeStandsOnAllHeads() throws Exception {
    folder
        .file("common/001_a.sql", "SELECT 1;")
        .file("events/001_b.sql", "-- Depends: common/001\nSELECT 1;")
        .file("setups/001_c.sql", "-- Depends: common/001\nSELECT 1;");
    MigrationSet before = folder.readClean();
    MergeWriter writer = new MergeWriter(ReadFolder.METADATA, CLOCK);
    Written written = writer.write(request("", null, null), before.graph()).orElseThrow();
    assertThat(written.files().get(0).getFileName()).hasToString("002_merge_events_setups.sql");
    MigrationSet after = folder.readClean();
    assertThat(after.graph().heads()).containsExactly(MigrationId.parse("setups/002"));
    assertThat(after.graph().at(MigrationId.parse("setups/002")).get(0).down()).isPresent();
    assertThat(writer.write(request("", null, null), after.graph())).isEqualTo(Optional.empty());
  }
}
