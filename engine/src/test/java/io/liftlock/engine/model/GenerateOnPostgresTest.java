package io.liftlock.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.database.Database;
import io.liftlock.engine.proof.Workbenches;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenerateOnPostgresTest extends GenerateContract {

  @Override
  Database open() {
    return Workbenches.open(ScratchServer.get().freshDatabase().url());
  }

  @Override
  Renderer renderer() {
    return Workbenches.renderer("postgresql://localhost/any");
  }

  @Test
  void whatTakesLongComesInStepsOfItsOwn() {
    GeneratedProof proven =
        prove(
            "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (a int, p int);",
            """
            CREATE TABLE p (id int PRIMARY KEY);
            CREATE TABLE t (a int NOT NULL, p int REFERENCES p (id), c text);
            CREATE INDEX t_a_idx ON t (a);
            """,
            List.of());
    assertThat(proven.faults()).isEmpty();
    List<GeneratedMigration> steps = proven.generated().migrations();
    assertThat(steps).extracting(GeneratedMigration::suffix).contains("", "indexes", "validate");
    assertThat(steps.get(0).up().text()).contains("NOT VALID").doesNotContain("SET NOT NULL");
    assertThat(steps.get(1).up().text()).contains("CREATE INDEX CONCURRENTLY");
    assertThat(steps.get(1).down().text()).contains("DROP INDEX CONCURRENTLY");
    assertThat(steps.get(2).up().text()).contains("VALIDATE CONSTRAINT").contains("SET NOT NULL");
  }

  @Test
  void anEnumTakesAValueInPlaceAndLosesItByACast() {
    String two = "CREATE TYPE e AS ENUM ('a', 'b'); CREATE TABLE t (i int PRIMARY KEY, e e);";
    String three =
        "CREATE TYPE e AS ENUM ('a', 'x', 'b'); CREATE TABLE t (i int PRIMARY KEY, e e);";
    GeneratedProof more = prove(two, three, List.of());
    assertThat(more.faults()).isEmpty();
    assertThat(more.generated().migrations().get(0).up().text()).contains("ADD VALUE");
    GeneratedProof less = prove(three, two, List.of("drop-value"));
    assertThat(less.faults()).isEmpty();
  }
}
