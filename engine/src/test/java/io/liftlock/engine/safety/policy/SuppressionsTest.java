package io.liftlock.engine.safety.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.engine.safety.rules.AllRules;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SuppressionsTest {

  private static final String RULE = AllRules.all().get(0).id();
  private static final String OTHER = AllRules.all().get(1).id();

  private static Finding at(String rule, int line, int column) {
    return new Finding(
        rule,
        Severity.ERROR,
        new Place("a.sql", line, column),
        1,
        "",
        "m",
        "b",
        new Forecast(
            List.of(new ExpectedLock(RelationName.of("audit", "log_1"), LockMode.SHARE)),
            new TreeSet<>(),
            new TreeSet<>(),
            Optional.empty(),
            List.of()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private final Problems problems = new Problems();

  private Suppressions of(String sql) {
    Suppressions suppressions = new Suppressions(List.of());
    suppressions.read(
        new ScriptReader()
            .read("a.sql", sql.replace("RULE", RULE).replace("OTHER", OTHER), Dialect.POSTGRES),
        problems);
    return suppressions;
  }

  private static List<Integer> open(Suppressions suppressions, Finding... findings) {
    return suppressions.mark(List.of(findings)).stream()
        .filter(finding -> finding.suppressed().isEmpty())
        .map(finding -> finding.place().line())
        .toList();
  }

  @Test
  void aboveTheFirstStatementItHoldsForAll() {
    Suppressions all = of("-- Lint-ignore: RULE because x\nSELECT 1;\nSELECT 2;\n");
    assertThat(open(all, at(RULE, 0, 0), at(RULE, 2, 1), at(RULE, 3, 1), at(OTHER, 3, 1)))
        .containsExactly(3);
    assertThat(all.uselessInFiles()).isEmpty();
  }

  @Test
  void elsewhereItHoldsForOneStatement() {
    Suppressions some =
        of(
            """
            SELECT 1;
            SELECT
              2; -- Lint-ignore: RULE because of the end
            -- Lint-ignore: RULE because of what is below
            -- and more
            SELECT 4;
            SELECT 5; SELECT 6; -- Lint-ignore: RULE because of the last one
            SELECT
              -- Lint-ignore: RULE because of what it stands in
              7;
            SELECT 8 -- Lint-ignore: RULE because of what ends later
            ;
            """);
    assertThat(problems.all()).isEmpty();
    assertThat(
            open(
                some,
                at(RULE, 1, 1),
                at(RULE, 2, 1),
                at(RULE, 3, 3),
                at(RULE, 6, 1),
                at(RULE, 7, 1),
                at(RULE, 7, 11),
                at(RULE, 8, 1),
                at(RULE, 11, 1),
                at(RULE, 0, 0)))
        .containsExactly(1, 7, 0);
    assertThat(some.mark(List.of(at(RULE, 6, 1))).get(0).suppressed())
        .contains("of what is below and more");
  }

  @Test
  void whatSuppressesNothingIsTold() {
    Suppressions both = of("SELECT 1;\nSELECT 2; -- Lint-ignore: RULE, OTHER because x\n");
    assertThat(open(both, at(RULE, 2, 1), at(OTHER, 1, 1))).containsExactly(1);
    assertThat(both.uselessInFiles())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.render()).contains("LINT_IGNORE_UNUSED", OTHER, "a.sql:2:14");
              assertThat(problem.isError()).isFalse();
            });
  }

  @Test
  void whatCannotBeFollowedIsAnErrorWithItsPlace() {
    of("SELECT 1; -- Lint-ignore: RULE\nSELECT 2; -- Lint-ignore: because x\n");
    of("SELECT 1;\n-- Lint-ignore: " + RULE.substring(1) + " because x\nSELECT 2;");
    of("SELECT 1;\n-- Lint-ignore: RULE because nothing follows\n");
    assertThat(problems.all())
        .extracting(problem -> problem.code() + " " + problem.place() + " " + problem.action())
        .containsExactly(
            "LINT_IGNORE_INVALID a.sql:1:14 write  -- Lint-ignore: RULE because REASON",
            "LINT_IGNORE_INVALID a.sql:2:14 write  -- Lint-ignore: RULE because REASON",
            "RULE_UNKNOWN a.sql:2:4 did you mean " + RULE + "?",
            "LINT_IGNORE_INVALID a.sql:2:4 put it above the statement that is meant, or remove it");
    assertThat(problems.all()).allMatch(Problem::isError);
  }

  @Test
  void theConfigurationNamesFilesAndTables() {
    Place place = new Place("liftlock.yaml", 5, 7);
    assertThat(ignored(Optional.empty(), Optional.empty(), place)).isTrue();
    assertThat(ignored(Optional.of("*.sql"), Optional.of("audit.*"), place)).isTrue();
    assertThat(ignored(Optional.of("b.sql"), Optional.empty(), place)).isFalse();
    assertThat(ignored(Optional.empty(), Optional.of("log_?"), place)).isTrue();
    assertThat(ignored(Optional.empty(), Optional.of("log"), place)).isFalse();
  }

  private static boolean ignored(Optional<String> file, Optional<String> table, Place place) {
    Suppressions suppressions =
        new Suppressions(
            List.of(
                new ConfiguredIgnore(
                    RULE, file.map(NamePattern::of), table.map(NamePattern::of), "x", place)));
    boolean ignored = open(suppressions, at(RULE, 1, 1)).isEmpty();
    assertThat(suppressions.uselessInConfiguration()).hasSize(ignored ? 0 : 1);
    return ignored;
  }
}
