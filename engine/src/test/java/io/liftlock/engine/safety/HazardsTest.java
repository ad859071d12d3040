package io.liftlock.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.engine.safety.rules.AllRules;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each known hazard is found by a rule, or a page says why none is needed. */
class HazardsTest {

  /** Columns, constraints, indexes, objects, transactions and sessions, as they were numbered. */
  private static final Map<String, Integer> HAZARDS =
      Map.of("C", 39, "K", 25, "I", 21, "M", 46, "T", 20);

  private static final Pattern NAMED = Pattern.compile("\\b[CKIMT]\\d+\\b");
  private static final Pattern DECIDED =
      Pattern.compile("(?m)^- ((?:\\*\\*[CKIMT]\\d+\\*\\*(?:, )?)+)");

  @Test
  void everyHazardHasARuleOrAReason() throws IOException {
    Set<String> covered = new TreeSet<>();
    for (Rule rule : AllRules.all()) {
      String text = RulePage.of(rule).text();
      find(NAMED, text.substring(text.lastIndexOf("Hazards:")), covered);
    }
    String decisions = Files.readString(RulePage.folder().resolve("decisions.md"));
    Matcher decided = DECIDED.matcher(decisions);
    while (decided.find()) {
      find(NAMED, decided.group(1), covered);
    }
    Set<String> all =
        HAZARDS.entrySet().stream()
            .flatMap(
                each -> IntStream.rangeClosed(1, each.getValue()).mapToObj(n -> each.getKey() + n))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(covered).containsAll(all);
  }

  private static void find(Pattern pattern, String text, Set<String> found) {
    Stream.of(text)
        .flatMap(each -> pattern.matcher(each).results())
        .forEach(m -> found.add(m.group()));
  }
}
