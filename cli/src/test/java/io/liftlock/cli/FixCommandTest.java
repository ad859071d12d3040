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

class FixCommandTest {

  private static final String BLOCKING =
      """
      -- Purpose: find the trades of a user
      CREATE INDEX trades_user ON trades (user_id);
      -- Rollback
      DROP INDEX trades_user;
      """;

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

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @BeforeEach
  void project() throws IOException {
    database = ScratchServer.get().freshDatabase();
    write(
        "liftlock.yaml",
        """
        environments:
          development:
            databases: {main: "%s"}
        """
            .formatted(database.urlText()));
    write(
        "migrations/001_trades.sql",
        "CREATE TABLE trades (id bigint PRIMARY KEY, user_id bigint);\n");
    write("migrations/002_index.sql", BLOCKING);
  }

  @AfterEach
  void drop() {
    database.drop();
  }

  @Test
  void showsADifferenceAndWritesNothing() throws IOException {
    Said said = run("fix");
    assertThat(said.exit()).as(said.err()).isEqualTo(1);
    assertThat(said.out())
        .contains("- CREATE INDEX trades_user ON trades (user_id);")
        .contains("+ CREATE INDEX CONCURRENTLY trades_user ON trades (user_id);")
        .contains("[create-index-blocks-writes]")
        .contains("1 of 2 migrations can be rewritten");
    assertThat(read("migrations/002_index.sql")).isEqualTo(BLOCKING);
  }

  @Test
  void writesWhatItHasProvenAndMigrateRunsItUpAndDown() throws IOException {
    Said said = run("fix", "--write", "--rows", "20");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).contains("same schema, same rows in 1 table that held any");
    assertThat(read("migrations/002_index.sql"))
        .startsWith("-- Purpose: find the trades of a user\n-- Transaction: none\n\n")
        .contains("CREATE INDEX CONCURRENTLY trades_user ON trades (user_id);")
        .endsWith("-- Rollback\nDROP INDEX trades_user;\n");
    assertThat(run("migrate").exit()).isZero();
    assertThat(run("rollback").exit()).isZero();
    assertThat(run("fix").out()).contains("0 of 1 migration can be rewritten");
  }

  @Test
  void splitsIntoMigrationsThatStandBehindIt() throws IOException {
    write(
        "migrations/002_index.sql",
        """
        ALTER TABLE trades ADD COLUMN note text;
        CREATE INDEX trades_user ON trades (user_id);
        -- Rollback
        DROP INDEX trades_user;
        ALTER TABLE trades DROP COLUMN note;
        """);
    Said said = run("fix", "--split", "--no-proof");
    assertThat(said.exit()).as(said.err() + said.out()).isZero();
    assertThat(read("migrations/002_index.sql"))
        .startsWith("ALTER TABLE trades ADD COLUMN note text;")
        .doesNotContain("CONCURRENTLY")
        .contains("-- Rollback\nDROP INDEX trades_user;");
    try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
      List<String> all = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertThat(all).contains("003_index_part_2.sql", "004_index_part_3.sql");
    }
    assertThat(run("migrate").exit()).isZero();
    assertThat(run("rollback", "--to", "001").exit()).isZero();
  }

  @Test
  void whatIsAppliedIsNotEdited() throws IOException {
    assertThat(run("migrate").exit()).isZero();
    Said said = run("fix", "--write", "migrations/002_index.sql");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err()).contains("MIGRATION_APPLIED", "migrations/002_index.sql");
    assertThat(read("migrations/002_index.sql")).isEqualTo(BLOCKING);
    assertThat(run("fix").out()).contains("nothing to fix: every migration is applied");
  }

  @Test
  void whatSomebodyLivesWithIsLeftAlone() throws IOException {
    write(
        "migrations/002_index.sql",
        "-- Lint-ignore: create-index-blocks-writes because nobody trades at night\n" + BLOCKING);
    Said said = run("fix", "migrations");
    assertThat(said.exit()).as(said.out()).isZero();
    assertThat(said.out()).contains("0 of 2 migrations can be rewritten");
  }

  @Test
  void contradictionsAreRefused() {
    assertThat(run("fix", "--write", "--split").exit()).isEqualTo(2);
    assertThat(run("fix", "--prove", "--no-proof").exit()).isEqualTo(2);
    assertThat(run("fix", "--budget", "soon").err()).contains("--budget takes a time");
    assertThat(run("fix", "--rule", "create-index-block-writes").err())
        .contains("create-index-blocks-writes");
    assertThat(run("fix", "liftlock.yaml").err()).contains("MIGRATION_UNKNOWN");
  }
}
