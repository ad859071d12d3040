package io.liftlock.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Facts;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.LintReport;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.Statement;
import io.liftlock.engine.safety.outline.Outline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The forecast of every case of the proof table, on every version that it is about, without a
 * server; {@link RuleProofTest} has servers confirm what is expected there.
 */
class ForecastTest {

  /** What stays open without a database, whatever the forecast learns: each by its name. */
  private static final Set<String> OPEN =
      Set.of(
          "insert into a partitioned table",
          "add a check, used by a materialized view",
          "add an attribute to a type, CASCADE",
          "alter an attribute of a type, CASCADE",
          "next value",
          "set the value",
          "create a policy that reads another table",
          "create a rule",
          "create a rule that writes another table",
          "drop statistics");

  /** Scans of these are the planner's choice, or of what is empty already. */
  private static final Set<String> QUERIES =
      Set.of(
          "select",
          "insert",
          "update",
          "delete",
          "merge",
          "with",
          "create",
          "refresh",
          "truncate",
          "begin",
          "copy");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> expectsWhatTheProofTableSays() {
    return RuleCases.in("forecast").stream()
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> check(each)));
  }

  @Test
  void leavesNothingElseOpen() throws IOException {
    Set<String> open = new TreeSet<>();
    for (RuleCase each : RuleCases.in("forecast")) {
      if (!forecast(each, each.major()).unknown().isEmpty()) {
        open.add(each.name());
      }
    }
    assertThat(open).isEqualTo(new TreeSet<>(OPEN));
  }

  private void check(RuleCase each) throws IOException {
    Set<String> expected = parts(each.expectation().orElseThrow());
    for (int major : each.majors()) {
      Forecast forecast = forecast(each, major);
      if (!forecast.unknown().isEmpty()) {
        continue;
      }
      Set<String> told = told(forecast);
      if (!failures(expected).isEmpty()) {
        assertThat(failures(told)).as("on %s", major).isEqualTo(expected);
        continue;
      }
      String first = each.migration().strip().split("[\\s;]", 2)[0].toLowerCase(Locale.ROOT);
      boolean query = QUERIES.contains(first) && !each.migration().contains(" INDEX ");
      Set<String> wanted = new TreeSet<>(expected);
      if (query) {
        wanted.removeIf(part -> part.startsWith("scans ") && !told.contains(part));
        told.removeIf(part -> isWeak(part) && !wanted.contains(part));
      }
      assertThat(told).as("on %s", major).isEqualTo(wanted);
    }
  }

  private static boolean isWeak(String part) {
    return Stream.of(LockMode.ACCESS_SHARE, LockMode.ROW_SHARE, LockMode.ROW_EXCLUSIVE)
        .anyMatch(mode -> part.endsWith(" " + mode.word()));
  }

  private static Set<String> failures(Set<String> parts) {
    return parts.stream().filter(part -> part.startsWith("fails ")).collect(Collectors.toSet());
  }

  private static Set<String> parts(String text) {
    return Stream.of(text.split(";"))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> told(Forecast forecast) {
    Set<String> parts = new TreeSet<>();
    for (ExpectedLock lock : forecast.locks()) {
      parts.add(shown(lock.relation()) + " " + lock.mode().word());
    }
    add("scans ", forecast.scanned(), parts);
    add("rewrites ", forecast.rewritten(), parts);
    forecast.failure().ifPresent(failure -> parts.add("fails " + failure.sqlState()));
    return parts;
  }

  private static void add(String verb, Collection<RelationName> names, Set<String> parts) {
    names.forEach(name -> parts.add(verb + shown(name)));
  }

  private static String shown(RelationName name) {
    return "public".equals(name.schema()) ? RelationName.quoted(name.name()) : name.toString();
  }

  /** All statements of the migration together. */
  private Forecast forecast(RuleCase each, int major) throws IOException {
    List<LintedScript> scripts = CaseScripts.of(each, Files.createTempDirectory(folder, "case"));
    LintReport report =
        new Linter(Parsers.of(each.dialect()), Map.of(), major, Facts.unknown())
            .lint(scripts, Outline.empty(each.dialect()));
    assertThat(report.notAnalysed()).isEmpty();
    Forecast all = Forecast.NOTHING;
    for (LintedScript script : scripts) {
      if (script.asked()) {
        for (Statement statement : script.script()) {
          all = all.and(report.forecast(statement).orElse(Forecast.NOTHING));
        }
      }
    }
    return all;
  }
}
