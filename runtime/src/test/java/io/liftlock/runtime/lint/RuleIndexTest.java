package io.liftlock.runtime.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.rules.AllRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The list of rules in the manual is that of the rules; {@code -Dgolden=update} writes it anew, as
 * {@code make rules} does.
 */
class RuleIndexTest {

  private static final Path PAGES =
      Path.of(System.getProperty("basedir", ""))
          .toAbsolutePath()
          .resolve("../docs/rules")
          .normalize();

  private static final Map<String, String> FAMILIES = new LinkedHashMap<>();

  static {
    FAMILIES.put("columns", "Columns");
    FAMILIES.put("constraints", "Constraints");
    FAMILIES.put("indexes", "Indexes");
    FAMILIES.put("partitions", "Partitions");
    FAMILIES.put("objects", "Tables, views, types and other objects");
    FAMILIES.put("data", "Rows");
    FAMILIES.put("session", "Transactions, timeouts and files");
    FAMILIES.put("advice", "Advice");
    FAMILIES.put("sqlite", "SQLite");
  }

  @Test
  void theListNamesEveryRule() throws IOException {
    String index = index();
    Path file = PAGES.resolve("README.md");
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(file, index);
    }
    assertThat(Files.readString(file)).as("make rules writes it anew").isEqualTo(index);
  }

  @Test
  void everyPageBeginsWithASentenceThatCanStandAlone() throws IOException {
    for (Rule rule : AllRules.all()) {
      assertThat(title(rule)).as(rule.id()).isNotEmpty().endsWith(".");
    }
  }

  private static String index() throws IOException {
    Map<String, List<Rule>> families = new TreeMap<>(Comparator.comparing(RuleIndexTest::rank));
    for (Rule rule : AllRules.all()) {
      String name = rule.getClass().getPackageName();
      families
          .computeIfAbsent(name.substring(name.lastIndexOf('.') + 1), key -> new ArrayList<>())
          .add(rule);
    }
    StringBuilder text =
        new StringBuilder(
            """
            # Rules

            What [`lint`](../lint.md) knows, each with what happens, who notices, since which version, and the safe way. The SQL in the
            pages is run by the tests. Rules of the severity `advice` are asked with `--advice`. Hazards without a rule of their own, and
            why, are [listed apart](decisions.md).
            """);
    for (Map.Entry<String, List<Rule>> family : families.entrySet()) {
      text.append("\n## ")
          .append(FAMILIES.get(family.getKey()))
          .append("\n\n| rule | severity | |\n|---|---|---|\n");
      for (Rule rule : family.getValue().stream().sorted(Comparator.comparing(Rule::id)).toList()) {
        text.append("| [")
            .append(rule.id())
            .append("](")
            .append(rule.id())
            .append(".md) | ")
            .append(rule.severity().word())
            .append(" | ")
            .append(title(rule).replace("|", "\\|"))
            .append(" |\n");
      }
    }
    return text.toString();
  }

  private static int rank(String family) {
    int rank = List.copyOf(FAMILIES.keySet()).indexOf(family);
    assertThat(rank).as("the family " + family + " needs a title here").isNotNegative();
    return rank;
  }

  private static String title(Rule rule) throws IOException {
    return RulePages.title(Files.readString(PAGES.resolve(rule.id() + ".md")));
  }
}
