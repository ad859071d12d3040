package io.liftlock.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.engine.proof.Workbenches;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateOnSqliteTest extends GenerateContract {

  @TempDir Path folder;

  @Override
  Database open() {
    return Workbenches.open(DatabaseUrl.parse("sqlite:" + folder.resolve("live.db")));
  }

  @Override
  Renderer renderer() {
    return Workbenches.renderer("sqlite:any.db");
  }

  @Test
  void childrenSurviveTheRebuildOfTheirParent() {
    GeneratedProof proven =
        prove(
            """
            CREATE TABLE p (id INTEGER PRIMARY KEY, n TEXT);
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER NOT NULL REFERENCES p (id) ON DELETE CASCADE);
            """,
            """
            CREATE TABLE p (id INTEGER PRIMARY KEY, n TEXT NOT NULL DEFAULT 'x') STRICT;
            CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER NOT NULL REFERENCES p (id) ON DELETE CASCADE);
            """,
            List.of("all"));
    assertThat(proven.faults()).isEmpty();
    assertThat(proven.seeding().rows().values()).containsExactly(3, 3);
    GeneratedMigration rebuild = proven.generated().migrations().get(0);
    assertThat(MigrationText.of(rebuild, List.of(), "proven").header())
        .doesNotContain("Transaction:");
    assertThat(rebuild.up().text()).contains("PRAGMA foreign_keys");
  }
}
