package io.liftlock.engine.safety.policy;

import io.liftlock.core.error.Problems;
import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.rules.AllRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a project says of linting. Rules are looked up when they are asked for, so that a command
 * that lints nothing loads none of them.
 *
 * @param rules what is said of single rules, by id as written
 * @param advice whether rules of the severity {@code advice} are asked as well
 * @param serverVersion the major version that is meant where no database tells
 * @param ignores findings to live with
 */
public record LintSettings(
    Map<String, RuleSetting> rules,
    boolean advice,
    Optional<Integer> serverVersion,
    List<ConfiguredIgnore> ignores) {

  /** Nothing is said. */
  public static final LintSettings NONE =
      new LintSettings(Map.of(), false, Optional.empty(), List.of());

  /** Copies what it is given. */
  public LintSettings {
    rules = Map.copyOf(rules);
    ignores = List.copyOf(ignores);
  }

  /** The same, with all advice where that is wanted. */
  public LintSettings withAdvice(boolean wanted) {
    return new LintSettings(rules, advice || wanted, serverVersion, ignores);
  }

  /** The rules that are asked, each with how bad its findings are. */
  public Map<Rule, Severity> asked() {
    Map<Rule, Severity> asked = new LinkedHashMap<>();
    for (Rule rule : AllRules.all()) {
      severity(rule).ifPresent(severity -> asked.put(rule, severity));
    }
    return asked;
  }

  /** How bad a rule's findings are; empty where it is not asked. */
  public Optional<Severity> severity(Rule rule) {
    RuleSetting setting = rules.get(rule.id());
    if (setting == null) {
      return rule.severity() == Severity.ADVICE && !advice
          ? Optional.empty()
          : Optional.of(rule.severity());
    }
    return switch (setting.word()) {
      case "off" -> Optional.empty();
      case "on" -> Optional.of(rule.severity());
      default -> Severity.of(setting.word());
    };
  }

  /** Tells of every rule that is named and does not exist. */
  public void check(Problems problems) {
    RuleIds ids = RuleIds.all();
    rules.forEach((id, setting) -> ids.check(id, setting.place(), problems));
    ignores.forEach(ignore -> ids.check(ignore.rule(), ignore.place(), problems));
  }
}
