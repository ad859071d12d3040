package io.liftlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linting from the command line: which files, what is told, and how it ends. */
class LintCommandTest {

  private static final String RULE = "create-index-blocks-writes";

  @TempDir Path folder;

  private Said run(String... args) {
    return Said.of(folder, args);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @BeforeEach
  void project() throws IOException {
    write(
        "migrations/001_users.sql",
        "-- Purpose: users\n\nCREATE TABLE users (id bigint PRIMARY KEY, mail text);\n");
    write(
        "migrations/001_users_rollback.sql",
        "CREATE INDEX users_id ON users (id);\nDROP TABLE users;\n");
    write("migrations/002_mail.sql", "CREATE INDEX users_mail ON users (mail);\n");
    write("migrations/002_mail_rollback.sql", "DROP INDEX CONCURRENTLY users_mail;\n");
  }

  @Test
  void tellsOfEveryMigrationWithoutADatabase() {
    Said said = run("lint");
    assertThat(said.exit()).as(said.err()).isEqualTo(1);
    assertThat(said.out())
        .contains("[" + RULE + "]", "at      migrations/002_mail.sql:1:1")
        .contains("  1 | CREATE INDEX users_mail ON users (mail);\n    | ^\n")
        .contains("CREATE INDEX CONCURRENTLY users_mail ON users (mail);")
        .contains("in 2 files of 2 statements, as for PostgreSQL 14 (the oldest")
        .doesNotContain("001_users.sql:");
  }

  @Test
  void looksOnlyAtFilesThatAreNamed() throws IOException {
    assertThat(run("lint", "migrations/001_users.sql").exit()).isZero();
    assertThat(run("lint", "migrations").exit()).isEqualTo(1);
    Said named = run("lint", "migrations/002_mail.sql");
    assertThat(named.out()).contains("1 file of 1 statement");
    assertThat(named.exit()).isEqualTo(1);
    Said missing = run("lint", "migrations/009.sql");
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("FILE_UNREADABLE", "migrations/009.sql");
  }

  @Test
  void aFileThatIsNoMigrationStandsBehindAllOfThem() throws IOException {
    write("by-hand/late.sql", "CREATE INDEX ON users (lower(mail));\nCREATE TABLE n (a bigint);\n");
    Said said = run("lint", "by-hand");
    assertThat(said.out()).contains("by-hand/late.sql:1:1", "1 file of 2 statements");
    assertThat(said.exit()).isEqualTo(1);
  }

  @Test
  void aFolderWithoutAProjectIsOneOfMigrations() throws IOException {
    write("else/db/001_a.sql", "CREATE TABLE a (id bigint);\n");
    write("else/db/002_b.sql", "CREATE INDEX a_id ON a (id);\n");
    Said said = Said.of(folder.resolve("else"), "lint", "db");
    assertThat(said.out()).contains("db/002_b.sql:1:1", "in 2 files");
    Said one = Said.of(folder.resolve("else"), "lint", "db/002_b.sql");
    assertThat(one.out()).contains("db/002_b.sql:1:1", "in 1 file");
  }

  @Test
  void rollbacksAreLookedAtWhereThatIsWanted() {
    Said all = run("lint", "--rollbacks");
    assertThat(all.out()).contains("migrations/001_users_rollback.sql:1:1", "in 4 files");
    Said named = run("lint", "migrations/001_users_rollback.sql");
    assertThat(named.out()).contains("migrations/001_users_rollback.sql:1:1", "in 1 file");
  }

  @Test
  void aFindingIsLivedWithForAReason() throws IOException {
    write(
        "migrations/002_mail.sql",
        "CREATE INDEX users_mail ON users (mail); -- Lint-ignore: "
            + RULE
            + " because it is small\n");
    Said said = run("lint");
    assertThat(said.exit()).as(said.out()).isZero();
    assertThat(said.out()).contains("1 ignored").doesNotContain("[" + RULE + "]");
    assertThat(run("lint", "--suppressed").out()).contains("because it is small");
    assertThat(run("lint", "--format", "json").out()).contains("\"suppressed\" : \"it is small\"");
    write("migrations/003_more.sql", "-- Lint-ignore: " + RULE + " because x\nSELECT 1;\n");
    assertThat(run("lint").err()).contains("LINT_IGNORE_UNUSED", "migrations/003_more.sql:1:4");
    write("migrations/003_more.sql", "-- Lint-ignore: " + RULE + "\nSELECT 1;\n");
    Said wrong = run("lint");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("LINT_IGNORE_INVALID", "migrations/003_more.sql:1:4");
  }

  @Test
  void theConfigurationSwitchesRulesAndLivesWithFindings() throws IOException {
    write("liftlock.yaml", "lint: {rules: {" + RULE + ": warning}}\n");
    Said weighed = run("lint");
    assertThat(weighed.out()).contains("warning: ", "1 warning in");
    assertThat(weighed.exit()).isZero();
    assertThat(run("lint", "--fail-on", "warning").exit()).isEqualTo(1);
    write("liftlock.yaml", "lint: {rules: {" + RULE + ": off}}\n");
    assertThat(run("lint").out()).contains("nothing found");
    write(
        "liftlock.yaml",
        "lint:\n  ignore:\n    - {rule: " + RULE + ", file: '*/002_*', because: it is small}\n");
    assertThat(run("lint").exit()).isZero();
    write("liftlock.yaml", "lint: {rules: {create-index-block-writes: off}}\n");
    Said unknown = run("lint");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("RULE_UNKNOWN", "did you mean " + RULE + "?");
  }

  @Test
  void writesReportsForOtherPrograms() throws IOException {
    Said said = run("lint", "--sarif", "out/lint.sarif", "--junit", "out/lint.xml", "--github");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .startsWith("::error file=migrations/002_mail.sql,line=1,col=1,title=" + RULE + "::");
    assertThat(Files.readString(folder.resolve("out/lint.sarif")))
        .contains("\"ruleId\" : \"" + RULE + "\"", "\"version\" : \"2.1.0\"");
    assertThat(Files.readString(folder.resolve("out/lint.xml")))
        .contains("<failure type=\"error\"");
    assertThat(run("lint", "--format", "json").out())
        .contains("\"exit\" : 1", "\"rule\" : \"" + RULE + "\"", "\"suggestion\" : \"--");
  }

  @Test
  void whatCannotBeReadIsNeverClean() throws IOException {
    write("migrations/003_odd.sql", "SELECT FROM WHERE;\n");
    Said said = run("lint", "migrations/003_odd.sql");
    assertThat(said.out()).contains("not analysed: ", "at      migrations/003_odd.sql:1:");
    assertThat(said.out()).contains("1 not analysed").doesNotContain("nothing found");
  }

  @Test
  void explainsItsRules() {
    assertThat(run("lint", "--rules").out()).contains(RULE, "error");
    Said unknown = run("lint", "--explain", "create-index-block-writes");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("RULE_UNKNOWN", "did you mean " + RULE + "?");
  }

  @Test
  void asksTheDatabaseWhatIsPendingAndHowLargeItIs() {
    ScratchDatabase database = ScratchServer.get().freshDatabase();
    try {
      String url = database.urlText();
      assertThat(run("migrate", "--url", url, "--to", "001").exit()).isZero();
      Said pending = run("lint", "--pending", "--live", "--url", url);
      assertThat(pending.out()).contains("migrations/002_mail.sql:1:1", "in 1 file");
      assertThat(pending.exit()).isEqualTo(1);
      assertThat(run("migrate", "--url", url).exit()).isZero();
      assertThat(run("lint", "--pending", "--url", url).out()).contains("nothing to lint");
    } finally {
      database.drop();
    }
  }
}
