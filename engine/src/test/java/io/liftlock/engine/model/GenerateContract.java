package io.liftlock.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.change.Allowance;
import io.liftlock.core.change.Change;
import io.liftlock.core.change.Loss;
import io.liftlock.core.change.Renderer;
import io.liftlock.core.database.Database;
import io.liftlock.core.error.Problems;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.engine.proof.Prelude;
import io.liftlock.engine.proof.Workbench;
import io.liftlock.engine.proof.Workbenches;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What generated migrations keep, whatever the database: proven with rows. */
abstract class GenerateContract {

  private Database database;

  /** Opens a database whose scratch databases are used. */
  abstract Database open();

  private Database database() {
    if (database == null) {
      database = open();
    }
    return database;
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
  }

  private Workbench bench(String sql) {
    Workbench bench =
        Workbench.of(
            database().scratch().create().orElseThrow(), Prelude.NONE, Workbenches.CONDITIONS);
    bench.build(List.of(script(sql)));
    return bench;
  }

  private Script script(String sql) {
    return new ScriptReader().read("schema.sql", sql, database().dialect());
  }

  /** Generates, proves, and hands back what came of it. */
  GeneratedProof prove(String before, String model, List<String> allow, String... renames) {
    Schema wanted;
    try (Workbench bench = bench(model)) {
      wanted = bench.schema();
    }
    try (Workbench bench = bench(before)) {
      Schema now = bench.schema();
      Problems problems = new Problems();
      Renames said = new Renames(now, wanted, problems);
      List.of(renames).forEach(said::option);
      assertThat(problems.all()).isEmpty();
      List<Change.Rename> all = said.all();
      Prover prover = new Prover(renderer(), Workbenches.CONDITIONS, 3, new SplittableRandom(1));
      Schema renamed = Renaming.on(bench, renderer(), all);
      Generated generated =
          new Autogenerate(renderer(), Allowance.parse(allow)).generate(now, all, renamed, wanted);
      assertThat(generated.migrations()).isNotEmpty();
      return prover.prove(bench, generated, "next");
    }
  }

  abstract Renderer renderer();

  private static List<String> sql(GeneratedProof proven) {
    return proven.generated().migrations().stream()
        .map(migration -> migration.suffix() + ": " + migration.up().text())
        .toList();
  }

  @Test
  void aColumnIsAddedAndTakenBack() {
    GeneratedProof proven =
        prove("CREATE TABLE t (a int);", "CREATE TABLE t (a int, b text);", List.of());
    assertThat(proven.faults()).isEmpty();
    assertThat(proven.seeding().rows().values()).containsExactly(3);
  }

  @Test
  void whatWouldLoseDataIsLeftOut() {
    String before = "CREATE TABLE t (a int, b text); CREATE TABLE u (a int);";
    GeneratedProof proven = prove(before, "CREATE TABLE t (a int, c int);", List.of());
    assertThat(proven.faults()).isEmpty();
    assertThat(proven.generated().left())
        .extracting(loss -> loss.kind() + " " + loss.object().name())
        .containsExactlyInAnyOrder("DROP_TABLE u", "DROP_COLUMN b");
    assertThat(sql(proven).toString()).doesNotContain("DROP");
  }

  @Test
  void whatIsAllowedIsDone() {
    String before = "CREATE TABLE t (a int, b text); CREATE TABLE u (a int);";
    GeneratedProof proven =
        prove(before, "CREATE TABLE t (a int);", List.of("drop-column:t.b", "drop-table:u"));
    assertThat(proven.faults()).isEmpty();
    assertThat(proven.generated().left()).isEmpty();
    assertThat(proven.generated().allowed())
        .extracting(Loss::kind)
        .containsExactlyInAnyOrder(Loss.Kind.DROP_TABLE, Loss.Kind.DROP_COLUMN);
  }

  @Test
  void aRenameKeepsTheRows() {
    GeneratedProof proven =
        prove(
            "CREATE TABLE people (id int PRIMARY KEY, mail text); CREATE INDEX i ON people (mail);",
            "CREATE TABLE users (id int PRIMARY KEY, email text, phone text);"
                + " CREATE INDEX i ON users (email);",
            List.of("all"),
            "people=users",
            "users.mail=users.email");
    assertThat(proven.faults()).isEmpty();
    assertThat(sql(proven).toString()).contains("RENAME").doesNotContain("DROP TABLE");
  }

  @Test
  void rowsMeetWhatIsAskedOfThem() {
    GeneratedProof proven =
        prove(
            "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int, b text, p int);",
            """
            CREATE TABLE p (id int PRIMARY KEY);
            CREATE TABLE t (
              a int NOT NULL CHECK (a > 0),
              b text UNIQUE,
              p int REFERENCES p (id)
            );
            """,
            List.of());
    assertThat(proven.faults()).isEmpty();
    assertThat(proven.seeding().gaps()).isEmpty();
  }
}
