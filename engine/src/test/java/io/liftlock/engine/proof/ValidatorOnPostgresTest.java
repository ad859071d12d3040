package io.liftlock.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.report.MigrationProof;
import io.liftlock.core.report.MigrationProof.Result;
import io.liftlock.core.report.SeedGap;
import io.liftlock.core.report.Validated;
import io.liftlock.core.sql.Dialect;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidatorOnPostgresTest extends ValidatorContract {

  @Override
  Dialect dialect() {
    return Dialect.POSTGRES;
  }

  @Override
  Database scratch() {
    return new OpenDatabase(ScratchServer.get().freshDatabase().url()).database;
  }

  @Test
  void runsWhatCannotRunInATransaction() {
    users()
        .add(
            "2",
            "CREATE INDEX CONCURRENTLY users_email ON users (email)",
            "DROP INDEX CONCURRENTLY users_email")
        .add(
            "3",
            "BEGIN; ALTER TABLE users ADD COLUMN a text; COMMIT; VACUUM users",
            "ALTER TABLE users DROP COLUMN a");
    assertThat(results(validate())).containsOnly(Result.EXACT);
  }

  @Test
  void seesThatAnEnumsNewValueIsTakenBackWithItsRows() {
    migrations
        .add(
            "1",
            "CREATE TYPE mood AS ENUM ('fine'); CREATE TABLE t (id integer, m mood NOT NULL)",
            "DROP TABLE t; DROP TYPE mood")
        .add(
            "2",
            "ALTER TYPE mood ADD VALUE 'bad'",
            """
            ALTER TYPE mood RENAME TO old_mood;
            CREATE TYPE mood AS ENUM ('fine');
            ALTER TABLE t ALTER COLUMN m TYPE mood USING m::text::mood;
            DROP TYPE old_mood;
            """);
    List<MigrationProof> proofs = validate();
    // The row that the seeder writes may hold the new value, which the old type does not know.
    assertThat(proofs.get(0).result()).isEqualTo(Result.EXACT);
    assertThat(proofs.get(1).result()).isIn(Result.EXACT, Result.FAILS);
  }

  @Test
  void fillsPartitionsThatComeLater() {
    migrations
        .add(
            "1",
            "CREATE TABLE e (id integer, at date NOT NULL) PARTITION BY RANGE (at)",
            "DROP TABLE e")
        .add(
            "2",
            "CREATE TABLE e_1 PARTITION OF e FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')",
            "DROP TABLE e_1");
    Validated validated = validate(migration -> true);
    assertThat(results(validated.migrations())).containsOnly(Result.EXACT);
    assertThat(validated.gaps())
        .extracting(SeedGap::because)
        .containsExactly("it has no partition");
  }
}
