package io.liftlock.runtime.config;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.Suggestion;
import io.liftlock.engine.safety.policy.ConfiguredIgnore;
import io.liftlock.engine.safety.policy.LintSettings;
import io.liftlock.engine.safety.policy.NamePattern;
import io.liftlock.engine.safety.policy.RuleSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code lint}. Ids of rules are looked up by those who ask the rules. */
final class LintConfigReader {

  private static final List<String> WORDS = List.of("on", "off", "advice", "warning", "error");

  private final YamlSection section;
  private final Problems problems;

  LintConfigReader(YamlSection root, Problems problems) {
    this.section = root.section("lint");
    this.problems = problems;
  }

  LintSettings read() {
    section.allow(List.of("rules", "advice", "server-version", "ignore"));
    return new LintSettings(rules(), isOn("advice"), serverVersion(), ignores());
  }

  private Map<String, RuleSetting> rules() {
    YamlSection rules = section.section("rules");
    Map<String, RuleSetting> settings = new LinkedHashMap<>();
    for (String id : rules.keys()) {
      String word = rules.text(id).orElse("");
      Place place = rules.placeOf(id);
      if (WORDS.contains(word)) {
        settings.put(id, new RuleSetting(word, place));
      } else {
        problems.add(
            Problem.error(
                    ErrorCode.CONFIG_INVALID,
                    "a rule is on, off, or of a severity, not " + (word.isEmpty() ? "empty" : word))
                .at(place)
                .action(
                    Suggestion.closest(word, WORDS)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("write one of: " + String.join(", ", WORDS))));
      }
    }
    return settings;
  }

  private boolean isOn(String key) {
    String word = section.text(key).orElse("off");
    if (!word.equals("on") && !word.equals("off")) {
      problems.add(
          Problem.error(ErrorCode.CONFIG_INVALID, key + " is either on or off")
              .at(section.placeOf(key)));
    }
    return word.equals("on");
  }

  private Optional<Integer> serverVersion() {
    Optional<String> text = section.text("server-version");
    Optional<Integer> major = text.filter(word -> word.matches("[0-9]{2}")).map(Integer::valueOf);
    if (text.isPresent() && major.isEmpty()) {
      problems.add(
          Problem.error(
                  ErrorCode.CONFIG_INVALID,
                  "server-version is PostgreSQL's major version, not " + text.get())
              .at(section.placeOf("server-version"))
              .action("write a number such as 16"));
    }
    return major;
  }

  private List<ConfiguredIgnore> ignores() {
    List<ConfiguredIgnore> ignores = new ArrayList<>();
    for (YamlSection each : section.sections("ignore")) {
      each.allow(List.of("rule", "file", "table", "because"));
      Optional<String> rule = each.text("rule");
      Optional<String> because = each.text("because");
      if (rule.isEmpty() || because.isEmpty()) {
        problems.add(
            Problem.error(
                    ErrorCode.CONFIG_INVALID,
                    "what is ignored needs "
                        + (rule.isEmpty() ? "a rule" : "a reason")
                        + ": those who read this later will ask")
                .at(each.place())
                .action("write  - rule: RULE  and below it  because: TEXT"));
      } else {
        ignores.add(
            new ConfiguredIgnore(
                rule.get(),
                each.text("file").map(NamePattern::of),
                each.text("table").map(NamePattern::of),
                because.get(),
                each.place()));
      }
    }
    return ignores;
  }
}
