package io.liftlock.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Facts;
import io.liftlock.core.database.SqlParser;
import io.liftlock.core.migration.Header;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.FixProof;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.engine.deploy.FixProver;
import io.liftlock.engine.proof.Prelude;
import io.liftlock.engine.proof.Workbench;
import io.liftlock.engine.proof.Workbenches;
import io.liftlock.engine.safety.fix.Fixer;
import io.liftlock.engine.safety.fix.Rewriting;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.rules.AllRules;
import io.liftlock.testkit.ScratchServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every safe form ends in the same schema and the same rows as the original, on a real server, and
 * is found nothing wrong with by the rule that led to it.
 */
class FixProofTest {

  private static final int NEWEST = 18;
  private static final int ROWS = 10;
  private static final Duration BUDGET = Duration.ofSeconds(2);

  private static Database server;

  @TempDir Path folder;

  @BeforeAll
  static void connect() {
    server =
        Workbenches.open(
            ScratchServer.of(Integer.getInteger("liftlock.test.major", NEWEST))
                .freshDatabase()
                .url());
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> safeFormsComeToTheSame() {
    int major = server.server().major();
    String only = System.getProperty("rule", "");
    return RuleCases.in("rules").stream()
        .filter(each -> each.dialect() == Dialect.POSTGRES && each.majors().contains(major))
        .filter(each -> only.isEmpty() || List.of(only.split(",")).contains(each.rule()))
        .filter(each -> !each.findings().isEmpty() && each.untraced().isEmpty())
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> check(each, major)));
  }

  private void check(RuleCase each, int major) throws Exception {
    SqlParser parser = Parsers.of(Dialect.POSTGRES);
    Map<Rule, Severity> rules = new HashMap<>();
    AllRules.all().forEach(rule -> rules.put(rule, rule.severity()));
    Linter linter = new Linter(parser, rules, major, Facts.unknown());
    List<LintedScript> scripts = CaseScripts.of(each, Files.createTempDirectory(folder, "case"));
    LintedScript setup = scripts.get(0);
    LintedScript original = scripts.get(1);
    Outline before = linter.follow(List.of(setup), Outline.empty(Dialect.POSTGRES));
    Fixer.Wanted wanted = (rule, origin) -> rule.equals(each.rule());
    Optional<Rewriting> found = new Fixer(parser, linter, wanted).fix(original, before);
    if (found.isEmpty() || !found.get().isChanged()) {
      return;
    }
    Rewriting rewriting = found.get();
    assertThat(rewriting.left())
        .as("what the rule still finds in its own safe form:%n%s", rewriting.sql())
        .extracting(Finding::rule)
        .isEmpty();
    Migration migration = original.migration().orElseThrow();
    Script safe = Workbenches.script(migration.file(), rewriting.sql());
    Header header =
        rewriting.isOneTransaction() ? migration.header() : migration.header().withoutTransaction();
    Migration mended = migration.with(safe, header);
    // What fails comes to nothing; its safe form must at least run.
    boolean fails =
        linter.lint(List.of(original), before).forecasts().values().stream()
            .anyMatch(forecast -> forecast.failure().isPresent());
    Migration compared = fails ? mended : migration;
    FixProof proof =
        prover().prove(List.of(setup.migration().orElseThrow()), compared, List.of(mended));
    assertThat(proof.failure()).as("%s%n%s", each, rewriting.sql()).isEmpty();
    assertThat(proof.schema()).as("%s%n%s", each, rewriting.sql()).isEmpty();
    assertThat(proof.rows()).as("%s%n%s", each, rewriting.sql()).isEmpty();
    assertThat(proof.overBudget()).as("%s%n%s", each, rewriting.sql()).isEmpty();
  }

  private static FixProver prover() {
    return new FixProver(
        () ->
            Workbench.of(
                server.scratch().create().orElseThrow(), Prelude.NONE, Workbenches.CONDITIONS),
        ROWS,
        1,
        BUDGET);
  }
}
