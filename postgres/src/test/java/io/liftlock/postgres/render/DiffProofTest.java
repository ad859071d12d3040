package io.liftlock.postgres.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.change.Renderer.Mode;
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
  private static final String ROLES =
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
    return pairs(ScratchServer.get(), Integer.getInteger("liftlock.test.major", 18), true);
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
      Stream.of("before", "after", "plan", "undo")
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
    ScratchDatabase left = server.freshDatabase();
    ScratchDatabase right = server.freshDatabase();
    try {
      fill(left, before);
      fill(right, after);
      Schema from = inspect(left);
      Schema to = inspect(right);
      SchemaScript plan = script(from, to);
      SchemaScript undo = script(to, from);
      if (comparePlans) {
        GOLDEN.check(pair + "/plan.sql", plan.text());
        GOLDEN.check(pair + "/undo.sql", undo.text());
      }
      run(left, plan);
      assertSame("the plan", plan, inspect(left), to);
      run(left, undo);
      assertSame("the way back", undo, inspect(left), from);
    } finally {
      left.drop();
      right.drop();
    }
  }

  private static int since(String after) {
    return after.startsWith("-- since ")
        ? Integer.parseInt(after.substring("-- since ".length(), after.indexOf('\n')).strip())
        : 0;
  }

  private static void fill(ScratchDatabase database, String sql) {
    if (!sql.isBlank()) {
      database.execute(sql);
    }
  }

  static Schema inspect(ScratchDatabase scratch) {
    RunnerIdentity runner =
        new RunnerIdentity("deploy", "ci-7", 4711, Instant.parse("2026-08-01T10:02:03Z"), "0.1.0");
    OpenOptions options = new OpenOptions("main", HistoryTable.DEFAULT, runner);
    try (Database database = new PostgresDriver().open(scratch.url(), options)) {
      return database.inspector().inspect();
    }
  }

  private static SchemaScript script(Schema from, Schema to) {
    return new PostgresRenderer().render(SchemaDiff.between(from, to), Mode.PLAIN);
  }

  /** Runs a script as a migration would: what may be in a transaction is in one. */
  static void run(ScratchDatabase database, SchemaScript script) throws SQLException {
    try (Connection connection = database.connect()) {
      List<String> transaction = new ArrayList<>();
      for (Statement statement : script.statements()) {
        if (statement.placement() == Placement.TRANSACTION) {
          transaction.add(statement.sql());
        } else {
          runTogether(connection, transaction);
          transaction.clear();
          execute(connection, statement.sql());
        }
      }
      runTogether(connection, transaction);
    } catch (SQLException e) {
      throw new AssertionError(e.getMessage() + "\nin\n" + script.text(), e);
    }
  }

  private static void runTogether(Connection connection, List<String> statements)
      throws SQLException {
    connection.setAutoCommit(false);
    for (String sql : statements) {
      execute(connection, sql);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + "\nat\n" + sql, e.getSQLState(), e);
    }
  }

  /** Whether the script makes a relation; no script moves the columns of one that is there. */
  private static boolean isNew(ObjectId relation, SchemaScript script) {
    return script.statements().stream()
        .filter(statement -> statement.object().equals(relation))
        .anyMatch(statement -> statement.sql().startsWith("CREATE "));
  }

  private static void assertSame(String what, SchemaScript script, Schema actual, Schema wanted) {
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
}
