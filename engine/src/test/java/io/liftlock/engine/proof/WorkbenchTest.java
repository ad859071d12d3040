package io.liftlock.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.Database;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.schema.Property;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.sql.Script;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkbenchTest {

  private final ScratchDatabase live = ScratchServer.get().freshDatabase();
  private final Database database = Workbenches.open(live.url());

  @AfterEach
  void close() {
    database.close();
  }

  private Workbench bench(Prelude prelude) {
    return Workbench.of(database.scratch().create().orElseThrow(), prelude, Workbenches.CONDITIONS);
  }

  private Schema built(Script... files) {
    try (Workbench bench = bench(Prelude.NONE)) {
      bench.build(List.of(files));
      return bench.schema();
    }
  }

  private static ObjectId table(String name) {
    return ObjectId.of(ObjectKind.TABLE, "public", name);
  }

  @Test
  void filesMayStandOnLaterOnes() {
    Schema schema =
        built(
            Workbenches.script("a.sql", "CREATE VIEW v AS SELECT f(i) FROM t;"),
            Workbenches.script(
                "b.sql", "CREATE FUNCTION f(s) RETURNS s LANGUAGE sql AS 'SELECT $1';"),
            Workbenches.script(
                "c.sql", "CREATE TABLE t (i s); CREATE INDEX CONCURRENTLY ON t (i);"),
            Workbenches.script("d.sql", "CREATE DOMAIN s AS int;"));
    assertThat(schema.has(ObjectId.of(ObjectKind.VIEW, "public", "v"))).isTrue();
    assertThat(schema.parts(table("t"), ObjectKind.INDEX)).hasSize(1);
  }

  @Test
  void filesMayStandOnEachOther() {
    Schema schema =
        built(
            Workbenches.script(
                "a.sql",
                "CREATE TABLE a (i int PRIMARY KEY); ALTER TABLE a ADD FOREIGN KEY (i) REFERENCES"
                    + " b;"),
            Workbenches.script(
                "b.sql",
                "CREATE TABLE b (i int PRIMARY KEY); ALTER TABLE b ADD FOREIGN KEY (i) REFERENCES"
                    + " a;"));
    assertThat(schema.parts(table("a"), ObjectKind.CONSTRAINT)).hasSize(2);
    assertThat(schema.parts(table("b"), ObjectKind.CONSTRAINT)).hasSize(2);
  }

  @Test
  void functionsMayCallEachOther() {
    Schema schema =
        built(
            Workbenches.script(
                "f.sql",
                """
                CREATE FUNCTION even(n int) RETURNS bool LANGUAGE sql AS 'SELECT n = 0 OR odd(n - 1)';
                CREATE FUNCTION odd(n int) RETURNS bool LANGUAGE sql AS 'SELECT n > 0 AND even(n - 1)';
                """));
    assertThat(schema.of(ObjectKind.FUNCTION)).hasSize(2);
  }

  @Test
  void aFileSetsParametersForItselfOnly() {
    Schema schema =
        built(
            Workbenches.script(
                "a.sql", "CREATE SCHEMA s; SET search_path = s; CREATE TABLE a (i int);"),
            Workbenches.script("b.sql", "CREATE TABLE b (i int);"),
            Workbenches.script(
                "c.sql",
                "SELECT pg_catalog.set_config('search_path', '', false); CREATE TABLE s.c (i"
                    + " int);"));
    assertThat(schema.of(ObjectKind.TABLE).stream().map(object -> object.id().qualified()))
        .containsExactly("public.b", "s.a", "s.c");
  }

  @Test
  void everythingThatCannotBeBuiltIsToldWithItsPlace() {
    live.execute("CREATE TABLE only_there (i int)");
    assertThatThrownBy(
            () ->
                built(
                    Workbenches.script(
                        "schema/a.sql",
                        "CREATE TABLE a (i int);\n\nCREATE VIEW v AS\n  SELECT x FROM a;"),
                    Workbenches.script(
                        "schema/b.sql", "CREATE TABLE b (i int REFERENCES only_there);"),
                    Workbenches.script("schema/c.sql", "CREATE TABLE c (i int);")))
        .isInstanceOfSatisfying(
            LiftlockException.class,
            e -> {
              assertThat(e.problems())
                  .extracting(Problem::code)
                  .extracting(Enum::name)
                  .containsOnly("MODEL_INVALID");
              assertThat(e.problems())
                  .extracting(problem -> problem.place().toString())
                  .containsExactly("schema/a.sql:4:10", "schema/b.sql:1:1");
              assertThat(e)
                  .hasMessageContaining("column \"x\" does not exist")
                  .hasMessageContaining("in a scratch database");
            });
    assertThat(live.value("SELECT to_regclass('public.a')")).isNull();
  }

  @Test
  void whatThePreludeMadeIsNotSeenAndWhatWasAddedIs() {
    Prelude prelude =
        new Prelude(
            "platform.sql",
            List.of(
                Workbenches.script(
                    "platform.sql",
                    "CREATE SCHEMA auth; CREATE TABLE auth.users (id int PRIMARY KEY, name text);"
                        + " CREATE FUNCTION auth.uid() RETURNS int LANGUAGE sql AS 'SELECT 1';"
                        + " CREATE EXTENSION pgcrypto;")),
            Map.of());
    try (Workbench bench = bench(prelude)) {
      assertThat(bench.schema().has(table("t"))).isFalse();
      assertThat(bench.schema().of(ObjectKind.TABLE)).isEmpty();
      assertThat(bench.prelude().has(ObjectId.of(ObjectKind.TABLE, "auth", "users"))).isTrue();
      bench.build(
          List.of(
              Workbenches.script(
                  "a.sql",
                  """
                  CREATE TABLE t (i int DEFAULT auth.uid() REFERENCES auth.users);
                  ALTER TABLE auth.users ALTER name SET NOT NULL;
                  CREATE POLICY p ON auth.users USING (id = auth.uid());
                  """)));
      assertThat(bench.schema().objects().keySet())
          .contains(table("t"))
          .contains(ObjectId.of(ObjectKind.COLUMN, "auth", "users", "name"))
          .contains(ObjectId.of(ObjectKind.POLICY, "auth", "users", "p"))
          .doesNotContain(ObjectId.of(ObjectKind.TABLE, "auth", "users"))
          .doesNotContain(ObjectId.of(ObjectKind.COLUMN, "auth", "users", "id"))
          .doesNotContain(ObjectId.of(ObjectKind.EXTENSION, "pgcrypto"));
      assertThat(
              bench
                  .schema()
                  .find(ObjectId.of(ObjectKind.COLUMN, "auth", "users", "name"))
                  .orElseThrow()
                  .is(Property.NOT_NULL))
          .isTrue();
    }
  }

  @Test
  void aPreludeThatFailsLeavesNothingBehind() {
    Prelude prelude =
        new Prelude("p.sql", List.of(Workbenches.script("p.sql", "SELECT 1;\nSELEC 2;")), Map.of());
    assertThatThrownBy(() -> bench(prelude))
        .hasMessageContaining("the prelude p.sql cannot be run in a scratch database")
        .hasMessageContaining("p.sql:2:1");
    assertThat(live.value("SELECT count(*) FROM pg_database WHERE datname LIKE 'liftlock%'"))
        .isEqualTo("0");
  }

  @Test
  void missingRolesAreMadeOnlyOnAServerOfOurOwn() {
    String sql =
        """
        CREATE TABLE t (i int);
        GRANT SELECT ON t TO "Rôle of %1$s";
        ALTER TABLE t OWNER TO other_%1$s;
        CREATE INDEX CONCURRENTLY ON t (i);
        CREATE POLICY p ON t TO third_%1$s USING (true);
        """
            .formatted(live.name());
    Script file = Workbenches.script("roles.sql", sql);
    assertThatThrownBy(() -> built(file))
        .hasMessageContaining("role \"Rôle of " + live.name() + "\" does not exist");
    Database own = new OwnServerDatabase(database.scratch().create().orElseThrow());
    try (Workbench bench = Workbench.of(own, Prelude.NONE, Workbenches.CONDITIONS)) {
      bench.run(file, "the model");
      assertThat(bench.schema().parts(table("t"), ObjectKind.POLICY)).hasSize(1);
    }
    assertThat(
            live.value(
                "SELECT count(*) FROM pg_roles WHERE rolname LIKE '%"
                    + live.name()
                    + "' AND NOT rolcanlogin"))
        .isEqualTo("3");
  }

  @Test
  void whereAnExtensionCouldBeHadIsSaid() {
    Database own = new OwnServerDatabase(database.scratch().create().orElseThrow());
    try (Workbench bench = Workbench.of(own, Prelude.NONE, Workbenches.CONDITIONS)) {
      assertThatThrownBy(
              () -> bench.build(List.of(Workbenches.script("e.sql", "CREATE EXTENSION postgis;"))))
          .hasMessageContaining("postgis")
          .hasMessageContaining("scratch.url");
    }
  }
}
