package io.liftlock.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Facts;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.sql.TransactionRules;
import io.liftlock.core.sql.TransactionVerdict;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.rules.AllRules;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a rule calls bad is found, what it calls good is not, and both can be run. */
class RulePagesTest {

  private static final String CUT = "(?m)^-- next transaction.*$";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> pagesAreTrue() {
    String only = System.getProperty("rule", "");
    return AllRules.all().stream()
        .filter(rule -> only.isEmpty() || List.of(only.split(",")).contains(rule.id()))
        .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> check(rule)));
  }

  private void check(Rule rule) throws SQLException {
    RulePage page = RulePage.of(rule);
    assertThat(page.text()).startsWith("# " + rule.id() + "\n");
    assertThat(page.text())
        .contains("## Who notices")
        .contains("## Since")
        .contains("## The safe way")
        .containsPattern("Severity: " + rule.severity().word() + "\\. Hazards: [^\\n]+\\.");
    assertThat(page.fences("bad")).as("bad SQL on %s", page.file()).isNotEmpty();
    assertThat(page.fences("good")).as("good SQL on %s", page.file()).isNotEmpty();
    String setup =
        String.join("\n", page.fences("setup").stream().map(RulePage.Fence::sql).toList());
    for (RulePage.Fence fence : page.fences()) {
      if (fence.word().equals("setup")) {
        continue;
      }
      List<String> found = rules(rule, setup, fence.sql(), fence.major());
      if (fence.word().equals("bad")) {
        assertThat(found).as(fence.sql()).contains(rule.id());
      } else {
        assertThat(found).as(fence.sql()).doesNotContain(rule.id());
      }
      if (rule.dialect() == Dialect.POSTGRES) {
        execute(setup, fence);
      } else {
        executeOnSqlite(setup, fence);
      }
    }
  }

  private List<String> rules(Rule rule, String setup, String sql, int pageMajor) {
    Map<Rule, Severity> rules = new HashMap<>();
    AllRules.all().forEach(each -> rules.put(each, each.severity()));
    List<String> texts = new ArrayList<>(List.of(setup));
    texts.addAll(List.of(sql.split(CUT)));
    List<LintedScript> scripts = new ArrayList<>();
    for (Migration migration : CaseScripts.migrations(rule.id(), texts, rule.dialect(), fresh())) {
      scripts.add(LintedScript.of(migration, !scripts.isEmpty()));
    }
    int major = rule.dialect() == Dialect.POSTGRES ? pageMajor : 3;
    return new Linter(Parsers.of(rule.dialect()), rules, major, Facts.unknown())
        .lint(scripts, Outline.empty(rule.dialect())).findings().stream()
            .map(Finding::rule)
            .toList();
  }

  private Path fresh() {
    try {
      return Files.createTempDirectory(folder, "page");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Script script(String sql, Dialect dialect) {
    return new ScriptReader().read("page.sql", sql, dialect);
  }

  private static void execute(String setup, RulePage.Fence fence) throws SQLException {
    ScratchDatabase database = ScratchServer.of(fence.major()).freshDatabase();
    try (Connection connection = database.connect()) {
      run(connection, setup, fence, Dialect.POSTGRES);
    } finally {
      database.drop();
    }
  }

  private static void executeOnSqlite(String setup, RulePage.Fence fence) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      run(connection, setup, fence, Dialect.SQLITE);
    }
  }

  private static void run(
      Connection connection, String setup, RulePage.Fence fence, Dialect dialect)
      throws SQLException {
    runAll(connection, script(setup, dialect));
    String state = "";
    try {
      for (String part : fence.sql().split(CUT)) {
        runAll(connection, script(part, dialect));
      }
    } catch (SQLException e) {
      state = dialect == Dialect.SQLITE ? "fails" : "fails " + e.getSQLState();
      if (!fence.note().equals(state)) {
        throw new AssertionError(fence.sql() + "\n" + e.getMessage(), e);
      }
    }
    assertThat(state).as(fence.sql()).isEqualTo(fence.note());
  }

  /** As the runner does: in one transaction where that can be. */
  private static void runAll(Connection connection, Script script) throws SQLException {
    TransactionRules rules = TransactionRules.forScript(script);
    boolean together =
        script.stream()
            .allMatch(statement -> rules.judge(statement) instanceof TransactionVerdict.Inside);
    connection.setAutoCommit(!together);
    try (java.sql.Statement jdbc = connection.createStatement()) {
      for (Statement statement : script) {
        jdbc.execute(statement.text());
      }
      if (together) {
        connection.commit();
      }
    } catch (SQLException e) {
      if (together) {
        connection.rollback();
      }
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }
}
