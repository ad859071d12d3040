package io.liftlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What migrate makes of what linting finds in what it is about to run. */
class MigrateLintTest {

  private static final String RULE = "create-index-blocks-writes";

  @TempDir Path folder;
  private ScratchDatabase database;

  private Said run(String... args) {
    return Said.of(folder, args);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void configure(String policy) throws IOException {
    write(
        "liftlock.yaml",
        """
        log: {file: run.log}
        environments:
          production:
            databases: {main: "%s"}
            policy: {%s}
        """
            .formatted(database.urlText(), policy));
  }

  @BeforeEach
  void project() throws IOException {
    database = ScratchServer.get().freshDatabase();
    configure("");
    write("migrations/001_users.sql", "CREATE TABLE users (id bigint PRIMARY KEY, mail text);\n");
    write("migrations/002_first.sql", "CREATE INDEX users_mail ON users (mail);\n");
  }

  @AfterEach
  void drop() {
    database.drop();
  }

  private Said migrate(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "--env";
    args[1] = "production";
    args[2] = "migrate";
    System.arraycopy(more, 0, args, 3, more.length);
    return run(args);
  }

  @Test
  void whatThisVeryRunMakesIsNobodysYet() {
    Said said = migrate();
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.err()).doesNotContain("LINT");
  }

  @Test
  void productionRefusesErrorsUntilSomebodySaysWhy() throws IOException {
    assertThat(migrate().exit()).isZero();
    write("migrations/003_second.sql", "CREATE INDEX users_low ON users (lower(mail));\n");
    Said refused = migrate();
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err())
        .contains("LINT_REFUSED  " + RULE, "at   migrations/003_second.sql:1:1", "liftlock fix");
    assertThat(migrate("--dry-run").exit()).isEqualTo(3);
    Said skipped = migrate("--no-lint");
    assertThat(skipped.exit()).isEqualTo(3);
    assertThat(skipped.err()).contains("--lint-override");
    assertThat(migrate("--lint-override", " ").exit()).isEqualTo(2);
    Said overridden = migrate("--lint-override", "nobody is awake");
    assertThat(overridden.exit()).as(overridden.err()).isZero();
    assertThat(overridden.err()).contains("warning: LINT_FOUND  " + RULE);
    assertThat(Files.readString(folder.resolve("run.log")))
        .contains("lint overridden: nobody is awake");
    assertThat(run("--env", "production", "history", "--format", "json").out())
        .contains("\"reason\" : \"lint overridden: nobody is awake\"");
  }

  @Test
  void othersOnlyTellAndMayBeSilenced() throws IOException {
    configure("lint: warn");
    assertThat(migrate().exit()).isZero();
    write("migrations/003_second.sql", "CREATE INDEX users_low ON users (lower(mail));\n");
    assertThat(migrate("--dry-run").err()).contains("warning: LINT_FOUND  " + RULE);
    assertThat(migrate("--dry-run", "--no-lint").err()).doesNotContain("LINT_FOUND");
    write(
        "migrations/003_second.sql",
        "-- Lint-ignore: "
            + RULE
            + " because it is small\nCREATE INDEX users_low ON users (lower(mail));\n");
    assertThat(migrate("--dry-run").err()).doesNotContain("LINT_FOUND");
    configure("lint: off");
    write("migrations/003_second.sql", "CREATE INDEX users_low ON users (lower(mail));\n");
    assertThat(migrate().err()).doesNotContain("LINT_FOUND");
  }

  /** A minute of yesterday: it opens again in six days. */
  private static String closed() {
    ZonedDateTime ago = ZonedDateTime.now(ZoneOffset.UTC).minusDays(1).minusHours(1);
    return "%s %02d:%02d-%02d:%02d UTC"
        .formatted(
            ago.getDayOfWeek().name().substring(0, 3),
            ago.getHour(),
            ago.getMinute(),
            ago.plusMinutes(1).getHour(),
            ago.plusMinutes(1).getMinute());
  }

  @Test
  void whatKeepsOthersWaitingForLongRunsInTheWindowOrForAReason() throws IOException {
    configure("lint: warn, longest-block: 1ms, window: \"" + closed() + "\"");
    assertThat(migrate().exit()).as("what it makes itself keeps nobody waiting").isZero();
    write("migrations/003_note.sql", "COMMENT ON TABLE users IS 'people';\n");
    assertThat(migrate().exit()).as("a moment is no standstill").isZero();
    database.execute(
        "INSERT INTO users SELECT i, repeat('x', 500) FROM generate_series(1, 5000) i");
    database.execute("ANALYZE users");
    write("migrations/004_serial.sql", "ALTER TABLE users ADD COLUMN number serial;\n");
    Said refused = migrate();
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err())
        .contains("WINDOW_CLOSED  004_serial keeps reads of and writes to public.users waiting for")
        .contains("5,000 rows", "allows that only " + closed());
    Said plan = migrate("--dry-run", "--format", "json");
    assertThat(plan.out())
        .contains("\"blocked\" : [ {", "\"migration\" : \"004_serial\"", "\"rows\" : 5000")
        .contains("\"relation\" : \"public.users\"", "\"mode\" : \"AccessExclusiveLock\"");
    Said meant = migrate("--outside-window", "the shop is closed");
    assertThat(meant.exit()).as(meant.err()).isZero();
    assertThat(meant.err())
        .contains("004_serial keeps reads of and writes to public.users waiting");
    assertThat(run("--env", "production", "history", "--format", "json").out())
        .contains("outside the window: the shop is closed");
    configure("lint: warn, longest-block: 1ms, window: \"daily 00:00-24:00\"");
    write("migrations/005_serial.sql", "ALTER TABLE users ADD COLUMN other serial;\n");
    assertThat(migrate().exit()).isZero();
  }

  @Test
  void aRollbackIsNeverRefused() throws IOException {
    assertThat(migrate().exit()).isZero();
    write("migrations/002_first_rollback.sql", "DROP INDEX users_mail;\n");
    Said back = run("--env", "production", "rollback");
    assertThat(back.exit()).as(back.err()).isZero();
  }
}
