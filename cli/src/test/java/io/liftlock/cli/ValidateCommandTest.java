package io.liftlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

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
        "liftlock.yaml",
        """
        environments:
          development:
            databases: {main: "sqlite:main.db"}
        """);
    write("migrations/001_a.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY, t TEXT NOT NULL);\n");
    write("migrations/001_a_rollback.sql", "DROP TABLE a;\n");
    write("migrations/002_b.sql", "CREATE INDEX a_t ON a (t);\nALTER TABLE a ADD COLUMN u TEXT;\n");
    write("migrations/002_b_rollback.sql", "DROP INDEX a_t;\nALTER TABLE a DROP COLUMN u;\n");
  }

  @Test
  void tellsThatAllIsExactAndChangesNothing() {
    Said said = run("validate");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out().lines().map(String::strip))
        .containsExactly(
            "migration  database  result",
            "001_a      main      exact",
            "002_b      main      exact",
            "",
            "2 exact");
    assertThat(run("status", "--format", "json").out()).contains("\"applied\" : 0");
  }

  @Test
  void tellsWhatARollbackForgets() throws IOException {
    write(
        "migrations/002_b.sql",
        "CREATE INDEX IF NOT EXISTS a_t ON a (t);\nALTER TABLE a ADD COLUMN u TEXT;\n");
    write(
        "migrations/002_b_rollback.sql",
        "ALTER TABLE a DROP COLUMN u;\nDELETE FROM a WHERE id > 0;\n");
    Said said = run("validate");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("002_b", "differs", "behind the way down", "+ index a_t", "1 exact, 1 differs")
        .contains("a: 3 of 3 rows are gone");
    assertThat(said.err())
        .contains("002_b is not brought back as it was: index a.a_t")
        .contains("migrations/002_b_rollback.sql");
    String json = run("validate", "--format", "json").out();
    assertThat(json)
        .contains("\"exit\" : 1", "\"result\" : \"exact\"", "\"result\" : \"differs\"")
        .contains("\"leg\" : \"down\"", "\"kind\" : \"create-index\"", "\"object\" : \"a.a_t\"")
        .contains("\"table\" : \"a\"", "\"before\" : 3", "\"after\" : 0", "\"unfilled\" : [ ]");
  }

  @Test
  void provesOnlyWhatIsAskedFor() throws IOException {
    Files.delete(folder.resolve("migrations/001_a_rollback.sql"));
    Said all = run("validate");
    assertThat(all.exit()).isEqualTo(1);
    assertThat(all.out()).contains("has no rollback");
    assertThat(all.err()).contains("ROLLBACK_MISSING", "none because");
    assertThat(run("validate", "--since", "001").exit()).isZero();
    assertThat(run("migrate", "--to", "001").exit()).isZero();
    Said pending = run("validate", "--pending");
    assertThat(pending.exit()).isZero();
    assertThat(pending.out()).contains("002_b").doesNotContain("001_a");
    assertThat(run("migrate").exit()).isZero();
    assertThat(run("validate", "--pending").out()).contains("nothing to validate");
    assertThat(run("validate", "--pending", "--since", "001").exit()).isEqualTo(2);
  }

  @Test
  void acceptsAReasonForNoRollback() throws IOException {
    Files.delete(folder.resolve("migrations/002_b_rollback.sql"));
    write(
        "migrations/002_b.sql",
        "-- Rollback: none because nobody goes back\n\nALTER TABLE a ADD COLUMN u TEXT;\n");
    Said said = run("validate");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains("irreversible").contains("nobody goes back");
  }

  @Test
  void readsRowsOfPeopleAndSaysWhereTheyAreWrong() throws IOException {
    write("seeds/001_rows.sql", "INSERT INTO a (id, t) VALUES (7, 'mine');\n");
    write(
        "migrations/002_b_rollback.sql",
        "DROP INDEX a_t;\nALTER TABLE a DROP COLUMN u;\nDELETE FROM a WHERE t = 'mine';\n");
    Said said = run("validate");
    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("a: 1 of 4 rows are gone");
    write("seeds/001_rows.sql", "INSERT INTO nobody VALUES (7);\n");
    Said wrong = run("validate");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("SEED_INVALID", "seeds/001_rows.sql:1");
    write("seeds/elsewhere/x.sql", "SELECT 1;\n");
    assertThat(run("validate").err()).contains("no database is called elsewhere");
    assertThat(run("validate", "--no-rows").exit()).isZero();
  }

  @Test
  void takesOnlyNumbersThatMakeSense() {
    assertThat(run("validate", "--rows", "-1").exit()).isEqualTo(2);
    assertThat(run("validate", "--rows", "many").exit()).isEqualTo(2);
    assertThat(run("validate", "--rows", "5", "--seed", "77").exit()).isZero();
  }
}
