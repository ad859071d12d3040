package io.liftlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model and migrations in step, as a person keeps them. */
class GenerateCommandTest {

  private static final String USERS =
      """
      CREATE TABLE users (
        id bigint PRIMARY KEY,
        mail text
      );
      """;

  @TempDir Path folder;
  private ScratchDatabase live;

  @BeforeEach
  void project() throws IOException {
    live = ScratchServer.get().freshDatabase();
    Files.writeString(
        folder.resolve("liftlock.yaml"),
        """
        model: schema.sql
        environments:
          development:
            databases: {main: "%s"}
        """
            .formatted(live.urlText()));
    Files.createDirectories(folder.resolve("migrations"));
    Files.writeString(folder.resolve("migrations/001_users.sql"), USERS);
    Files.writeString(folder.resolve("migrations/001_users_rollback.sql"), "DROP TABLE users;\n");
    model(USERS);
  }

  @AfterEach
  void drop() {
    live.drop();
  }

  private void model(String sql) throws IOException {
    Files.writeString(folder.resolve("schema.sql"), sql);
  }

  private Said run(String... args) {
    return Said.of(folder, args);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve("migrations").resolve(file));
  }

  @Test
  void inStepThereIsNothingToWrite() throws IOException {
    assertThat(run("generate", "--check").exit()).isZero();
    assertThat(run("generate", "nothing").out()).contains("main is in step");
    assertThat(files()).hasSize(2);
  }

  @Test
  void outOfStepItWritesWhatIsMissingAndProvesIt() throws IOException {
    model(
        """
        CREATE TABLE users (
          id bigint PRIMARY KEY,
          email text NOT NULL, -- renamed from: mail
          phone text
        );
        CREATE INDEX users_phone_idx ON users (phone);
        """);
    Said check = run("generate", "--check");
    assertThat(check.exit()).as(check.err()).isEqualTo(1);
    assertThat(check.out()).contains("phone").contains("email");
    Said diff = run("diff", "migrations", "model");
    assertThat(diff.out()).contains("column public.users.mail is now email");
    Said said = run("generate", "add phone");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(files())
        .contains(
            "002_add_phone.sql",
            "002_add_phone_rollback.sql",
            "003_add_phone_indexes.sql",
            "004_add_phone_validate.sql");
    assertThat(text("002_add_phone.sql"))
        .contains("-- Purpose: add phone", "proven on a scratch database", "RENAME COLUMN");
    assertThat(text("003_add_phone_indexes.sql"))
        .contains("-- Transaction: none", "CREATE INDEX CONCURRENTLY");
    assertThat(run("migrate").exit()).isZero();
    assertThat(run("generate", "--check").exit()).isZero();
    assertThat(run("diff", "live", "model").exit()).isZero();
    assertThat(run("rollback", "--to", "001").exit()).isZero();
    assertThat(run("verify").exit()).isZero();
  }

  @Test
  void whatLosesDataIsLeftOutUntilItIsAllowed() throws IOException {
    model("CREATE TABLE users (id bigint PRIMARY KEY);");
    Said left = run("generate", "drop mail");
    assertThat(left.err() + left.out()).contains("--allow drop-column:public.users.mail");
    assertThat(files()).hasSize(2);
    Said json =
        run("generate", "drop mail", "--allow", "drop-column:users.mail", "--format", "json");
    assertThat(json.exit()).as(json.out()).isZero();
    assertThat(json.out()).contains("002_drop_mail.sql", "\"dataLoss\"");
    assertThat(text("002_drop_mail.sql")).contains("-- Data-impact:");
  }

  @Test
  void whatCannotBeProvenIsNotWritten() throws IOException {
    model(
        """
        CREATE TABLE users (id bigint PRIMARY KEY, mail text, n int NOT NULL);
        """);
    Said said = run("generate", "add n");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err()).contains("PROOF_FAILED", "default");
    assertThat(files()).hasSize(2);
    assertThat(run("generate", "add n", "--no-proof").exit()).isZero();
    assertThat(text("002_add_n.sql")).contains("not proven");
  }
}
