package io.liftlock.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.TransactionRules;
import io.liftlock.core.sql.TransactionVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the rules say of SQLite is what SQLite does. The migration of each case is run on a
 * connection with foreign keys on, as applications have them; then each part of its {@code --
 * expect:} must hold, in order:
 *
 * <ul>
 *   <li>{@code fails TEXT}: the migration fails with that;
 *   <li>{@code holds the write lock}: before its COMMIT another connection cannot write;
 *   <li>{@code SQL is VALUE}: the first value of a query;
 *   <li>{@code SQL fails TEXT}, {@code SQL works}: what comes of a statement afterwards;
 *   <li>{@code plan of SQL has TEXT}: how SQLite would run it.
 * </ul>
 */
class SqliteRuleProofTest {

  private static final String LOCK = "holds the write lock";
  private static final Pattern PLAN = Pattern.compile("plan of (.+) has (.+)");
  private static final Pattern VALUE = Pattern.compile("(SELECT .+) is (.+)");
  private static final Pattern FAILURE = Pattern.compile("(.+) fails (.+)");
  private static final Pattern SUCCESS = Pattern.compile("(.+) works");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> whatRulesSayIsWhatSqliteDoes() {
    return RuleCases.in("rules").stream()
        .filter(each -> each.dialect() == Dialect.SQLITE && each.untraced().isEmpty())
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> prove(each)));
  }

  private void prove(RuleCase each) throws SQLException, IOException {
    Path file = Files.createTempDirectory(folder, "case").resolve("case.db");
    try (Connection connection = open(file)) {
      execute(connection, script(each.setup()));
      Optional<String> failure = migrate(each, connection, file);
      boolean expected = expectations(each).anyMatch(part -> part.startsWith("fails "));
      assertThat(failure.isPresent()).as("%s: %s", each, failure).isEqualTo(expected);
      for (String part : expectations(each).toList()) {
        expect(each, part, failure.orElse(""), connection);
      }
    }
  }

  private static Stream<String> expectations(RuleCase each) {
    return each.expectation().stream().flatMap(all -> Stream.of(all.split(";"))).map(String::strip);
  }

  private static Connection open(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    run(connection, "PRAGMA foreign_keys = ON");
    run(connection, "PRAGMA busy_timeout = 0");
    return connection;
  }

  private static Script script(String sql) {
    return new ScriptReader().read("case.sql", sql, Dialect.SQLITE);
  }

  /** In one transaction, unless the case wants none or the script has its own; its failure. */
  private static Optional<String> migrate(RuleCase each, Connection connection, Path file)
      throws SQLException {
    Script script = script(each.migration());
    TransactionRules rules = TransactionRules.forScript(script);
    boolean together =
        each.transactional()
            && script.stream()
                .allMatch(statement -> rules.judge(statement) instanceof TransactionVerdict.Inside);
    assertThat(together).as("%s runs as it says", each).isEqualTo(each.transactional());
    try {
      if (together) {
        run(connection, "BEGIN");
      }
      execute(connection, script);
      if (expectations(each).anyMatch(LOCK::equals)) {
        expectLocked(file);
      }
      if (together) {
        run(connection, "COMMIT");
      }
      return Optional.empty();
    } catch (SQLException e) {
      run(connection, "ROLLBACK");
      return Optional.of(e.getMessage());
    }
  }

  private static void expectLocked(Path file) throws SQLException {
    try (Connection other = open(file)) {
      assertThat(complaint(other, "CREATE TABLE other (a)")).contains("database is locked");
    }
  }

  private static void expect(RuleCase each, String part, String failure, Connection connection)
      throws SQLException {
    Matcher plan = PLAN.matcher(part);
    Matcher value = VALUE.matcher(part);
    Matcher fails = FAILURE.matcher(part);
    Matcher works = SUCCESS.matcher(part);
    if (part.startsWith("fails ")) {
      assertThat(failure).as("%s", each).contains(part.substring("fails ".length()));
    } else if (part.equals(LOCK)) {
      assertThat(each.transactional()).as("%s was looked at before its COMMIT", each).isTrue();
    } else if (plan.matches()) {
      assertThat(all(connection, "EXPLAIN QUERY PLAN " + plan.group(1), "detail"))
          .as("%s", each)
          .contains(plan.group(2));
    } else if (value.matches()) {
      assertThat(all(connection, value.group(1), "1")).as("%s", part).isEqualTo(value.group(2));
    } else if (fails.matches()) {
      assertThat(complaint(connection, fails.group(1))).as(part).contains(fails.group(2));
    } else if (works.matches()) {
      run(connection, works.group(1));
    } else {
      throw new AssertionError(each + ": not understood: " + part);
    }
  }

  private static String complaint(Connection connection, String sql) {
    try {
      run(connection, sql);
      return "";
    } catch (SQLException e) {
      return e.getMessage();
    }
  }

  /** All values of a column, named or by its number, each but the first behind a blank. */
  private static String all(Connection connection, String sql, String column) throws SQLException {
    StringBuilder values = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        boolean number = Character.isDigit(column.charAt(0));
        String value = number ? rows.getString(Integer.parseInt(column)) : rows.getString(column);
        values.append(values.isEmpty() ? "" : " ").append(value);
      }
    }
    return values.toString();
  }

  private static void execute(Connection connection, Script script) throws SQLException {
    for (io.liftlock.core.sql.Statement statement : script) {
      run(connection, statement.text());
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
