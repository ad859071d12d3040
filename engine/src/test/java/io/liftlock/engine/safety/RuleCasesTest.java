package io.liftlock.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Facts;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.LintReport;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.rules.AllRules;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every line that is guilty is found by the rules it names, and every other line is silent. */
class RuleCasesTest {

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> findsWhatIsMarkedAndNothingElse() {
    String only = System.getProperty("rule", "");
    return RuleCases.in("rules").stream()
        .filter(each -> only.isEmpty() || List.of(only.split(",")).contains(each.rule()))
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> check(each)));
  }

  @Test
  void everyRuleHasCasesThatFindItAndCasesThatDoNot() {
    Map<String, Set<Boolean>> guilty = new HashMap<>();
    for (RuleCase each : RuleCases.in("rules")) {
      boolean finds =
          each.findings().values().stream().anyMatch(rules -> rules.contains(each.rule()));
      guilty.computeIfAbsent(each.rule(), rule -> new TreeSet<>()).add(finds);
    }
    for (Rule rule : AllRules.all()) {
      assertThat(guilty.get(rule.id()))
          .as("engine/src/test/rules/%s.sql has guilty and silent cases", rule.id())
          .isEqualTo(Set.of(true, false));
    }
    assertThat(AllRules.all()).extracting(Rule::id).containsAll(guilty.keySet());
  }

  private void check(RuleCase each) throws Exception {
    assertThat(AllRules.find(each.rule())).as("the rule of %s", each.file()).isPresent();
    for (int major : new int[] {each.majors().iterator().next(), each.major()}) {
      LintReport report = lint(each, major);
      assertThat(report.notAnalysed()).as("%s is understood", each).isEmpty();
      Set<String> asked = new LinkedHashSet<>(List.of(each.rule()));
      each.findings().values().forEach(asked::addAll);
      Map<Integer, List<String>> expected = new TreeMap<>();
      each.findings()
          .forEach((line, rules) -> expected.put(line, rules.stream().sorted().toList()));
      Map<Integer, List<String>> found = new TreeMap<>();
      for (Finding finding : report.findings()) {
        if (asked.contains(finding.rule())) {
          found.merge(
              CaseScripts.line(each, finding.place().line()),
              List.of(finding.rule()),
              (left, right) -> Stream.concat(left.stream(), right.stream()).sorted().toList());
        }
      }
      assertThat(found).as("%s on %s:\n%s", each, major, numbered(each)).isEqualTo(expected);
      for (Finding finding : report.findings()) {
        assertThat(finding.message()).isNotBlank().doesNotEndWith(".");
        assertThat(finding.breaks()).isNotBlank().doesNotEndWith(".");
      }
    }
  }

  private LintReport lint(RuleCase each, int major) throws Exception {
    Map<Rule, Severity> rules = new HashMap<>();
    AllRules.all().forEach(rule -> rules.put(rule, rule.severity()));
    boolean postgres = each.dialect() == Dialect.POSTGRES;
    Path fresh = java.nio.file.Files.createTempDirectory(folder, "case");
    return new Linter(Parsers.of(each.dialect()), rules, postgres ? major : 3, Facts.unknown())
        .lint(CaseScripts.of(each, fresh), Outline.empty(each.dialect()));
  }

  private static String numbered(RuleCase each) {
    StringBuilder text = new StringBuilder();
    int line = 0;
    for (String one : Arrays.asList(each.migration().split("\n", -1))) {
      text.append(++line).append("  ").append(one).append('\n');
    }
    return text.toString();
  }
}
