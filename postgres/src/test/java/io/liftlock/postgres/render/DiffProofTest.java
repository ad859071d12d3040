package io.liftlock.postgres.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.change.Renderer.Mode;
import io.liftlock.core.change.Renderer.Stage;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.change.SchemaScript.Placement;
import io.liftlock.core.change.SchemaScript.Statement;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import io.liftlock.postgres.PostgresDriver;
import io.liftlock.testkit.Golden;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Proves every pair in {@code src/test/golden/diff}: before + plan = after, after + undo = before,
 * on real databases. A pair that needs a newer server says so in the first line of its {@code
 * after.sql}: {@code -- since 17}. {@code -Dliftlock.test.case=enum} proves only pairs whose name
 * holds that word.
 */
class DiffProofTest {

  @RegisterExtension static final Golden GOLDEN = Golden.area("diff");

  /** Roles belong to the server, so every pair may grant to these. */
  static final String ROLES =
      """
      DO $$
      DECLARE name text;
      BEGIN
        FOREACH name IN ARRAY ARRAY['anon', 'authenticated', 'service_role', 'app_owner', 'reader',
                                     'Odd "role"'] LOOP
          IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name) THEN
            EXECUTE pg_catalog.format('CREATE ROLE %I', name);
          END IF;
        END LOOP;
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'app_super') THEN
          CREATE ROLE app_super SUPERUSER;
        END IF;
      END $$
      """;

  @TestFactory
  Stream<DynamicTest> onTheUsualMajor() {
    int major = Integer.getInteger("liftlock.test.major", 18);
    return pairs(ScratchServer.get(), major, major == 18);
  }

  @TestFactory
  @Tag("majors")
  Stream<DynamicTest> onEveryMajor() {
    return Stream.of(14, 15, 16, 17, 18)
        .flatMap(major -> pairs(ScratchServer.of(major), major, false));
  }

  private Stream<DynamicTest> pairs(ScratchServer server, int major, boolean comparePlans) {
    server.execute(ROLES);
    for (String pair : GOLDEN.cases()) {
      Stream.of("before", "after", "plan", "undo", "stages")
          .forEach(file -> GOLDEN.file(pair + "/" + file + ".sql"));
    }
    String only = System.getProperty("liftlock.test.case", "");
    return GOLDEN.cases().stream()
        .filter(pair -> pair.contains(only))
        .map(
            pair ->
                DynamicTest.dynamicTest(
                    pair + " on " + major, () -> prove(pair, server, major, comparePlans)));
  }

  private void prove(String pair, ScratchServer server, int major, boolean comparePlans)
      throws SQLException {
    String before = GOLDEN.read(pair + "/before.sql");
    String after = GOLDEN.read(pair + "/after.sql");
    if (major < since(after)) {
      return;
    }
    try (Side left = Side.of(server);
        Side right = Side.of(server)) {
      left.fill(before);
      right.fill(after);
      Schema from = left.inspect();
      Schema to = right.inspect();
      SchemaScript plan = script(from, to);
      SchemaScript undo = script(to, from);
      if (comparePlans) {
        GOLDEN.check(pair + "/plan.sql", plan.text());
        GOLDEN.check(pair + "/undo.sql", undo.text());
      }
      left.run(plan);
      assertSame("the plan", plan, left.inspect(), to);
      left.run(undo);
      assertSame("the way back", undo, left.inspect(), from);
      proveStages(pair, left, from, to, comparePlans);
    }
  }

  /** What a live application gets: each stage is proven alone, there and back. */
  private static void proveStages(
      String pair, Side side, Schema from, Schema to, boolean comparePlans) throws SQLException {
    List<Stage> stages = new PostgresRenderer().stages(SchemaDiff.between(from, to));
    assertThat(stages.get(stages.size() - 1).schema()).isEqualTo(to);
    if (stages.size() == 1 && stages.get(0).mode() == Mode.PLAIN) {
      return;
    }
    StringBuilder text = new StringBuilder();
    List<Schema> schemas = new ArrayList<>(List.of(from));
    for (Stage stage : stages) {
      SchemaScript script = script(last(schemas), stage.schema(), stage.mode());
      text.append("-- stage ").append(stage.name()).append('\n').append(script.text());
      side.run(script);
      assertSame("stage " + stage.name(), script, side.inspect(), stage.schema());
      schemas.add(stage.schema());
    }
    for (int i = stages.size() - 1; i >= 0; i--) {
      SchemaScript script = script(schemas.get(i + 1), schemas.get(i), stages.get(i).mode());
      text.append("-- undo ").append(stages.get(i).name()).append('\n').append(script.text());
      side.run(script);
      assertSame("undo of " + stages.get(i).name(), script, side.inspect(), schemas.get(i));
    }
    if (comparePlans) {
      GOLDEN.check(pair + "/stages.sql", text.toString());
    }
  }

  private static Schema last(List<Schema> schemas) {
    return schemas.get(schemas.size() - 1);
  }

  private static int since(String after) {
    return after.startsWith("-- since ")
        ? Integer.parseInt(after.substring("-- since ".length(), after.indexOf('\n')).strip())
        : 0;
  }

  static SchemaScript script(Schema from, Schema to) {
    return script(from, to, Mode.PLAIN);
  }

  private static SchemaScript script(Schema from, Schema to, Mode mode) {
    return new PostgresRenderer().render(SchemaDiff.between(from, to), mode);
  }

  static void assertSame(String what, SchemaScript script, Schema actual, Schema wanted) {
    SchemaDiff rest = SchemaDiff.between(actual, wanted);
    assertThat(rest.changes().stream().map(Object::toString).collect(Collectors.joining("\n")))
        .as("what differs behind %s:%n%s", what, script.text())
        .isEmpty();
    assertThat(rest.reordered().stream().filter(relation -> isNew(relation, script)))
        .as("relations whose columns are in another order behind %s:%n%s", what, script.text())
        .isEmpty();
    assertThat(actual.unorderedFingerprint()).isEqualTo(wanted.unorderedFingerprint());
    assertThat(new PostgresRenderer().render(rest, Mode.PLAIN).statements()).isEmpty();
  }

  /** Whether the script makes a relation; no script moves the columns of one that is there. */
  private static boolean isNew(ObjectId relation, SchemaScript script) {
    return script.statements().stream()
        .filter(statement -> statement.object().equals(relation))
        .anyMatch(statement -> statement.sql().startsWith("CREATE "));
  }

  /** A database that is filled, inspected and migrated, over two connections. */
  record Side(ScratchDatabase scratch, Database database, Connection connection)
      implements AutoCloseable {

    static Side of(ScratchServer server) {
      ScratchDatabase scratch = server.freshDatabase();
      RunnerIdentity runner =
          new RunnerIdentity(
              "deploy", "ci-7", 4711, Instant.parse("2026-08-01T10:02:03Z"), "0.1.0");
      OpenOptions options = new OpenOptions("main", HistoryTable.DEFAULT, runner);
      return new Side(
          scratch, new PostgresDriver().open(scratch.url(), options), scratch.connect());
    }

    void fill(String sql) throws SQLException {
      if (!sql.isBlank()) {
        execute(sql);
        // What the file set for itself must not touch what follows.
        execute("DISCARD ALL");
      }
    }

    Schema inspect() {
      return database.inspector().inspect();
    }

    /** Runs a script as a migration would: what may be in a transaction is in one. */
    void run(SchemaScript script) {
      try {
        List<String> transaction = new ArrayList<>();
        for (Statement statement : script.statements()) {
          if (statement.placement() == Placement.TRANSACTION) {
            transaction.add(statement.sql());
          } else {
            runTogether(transaction);
            transaction.clear();
            execute(statement.sql());
          }
        }
        runTogether(transaction);
      } catch (SQLException e) {
        throw new AssertionError(e.getMessage() + "\nin\n" + script.text(), e);
      }
    }

    private void runTogether(List<String> statements) throws SQLException {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        execute(sql);
      }
      connection.commit();
      connection.setAutoCommit(true);
    }

    private void execute(String sql) throws SQLException {
      try (java.sql.Statement statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute(sql);
      } catch (SQLException e) {
        throw new SQLException(e.getMessage() + "\nat\n" + sql, e.getSQLState(), e);
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
      database.close();
      scratch.drop();
    }
  }
}
