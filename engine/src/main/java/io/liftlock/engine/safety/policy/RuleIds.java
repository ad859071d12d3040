package io.liftlock.engine.safety.policy;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.Suggestion;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.rules.AllRules;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ids that rules are named by. */
public final class RuleIds {

  private final Set<String> known;

  private RuleIds(Set<String> known) {
    this.known = known;
  }

  /** Those of every rule. */
  public static RuleIds all() {
    Set<String> known = new LinkedHashSet<>();
    AllRules.all().stream().map(Rule::id).forEach(known::add);
    return new RuleIds(known);
  }

  /** Whether there is such a rule; where there is none, that is told. */
  public boolean check(String id, Place place, Problems problems) {
    if (!known.contains(id)) {
      problems.add(unknown(id, place));
      return false;
    }
    return true;
  }

  /** That there is no such rule. */
  public Problem unknown(String id, @Nullable Place place) {
    return Problem.error(ErrorCode.RULE_UNKNOWN, "there is no rule " + id)
        .at(place)
        .action(
            Suggestion.closest(id, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("liftlock lint --rules  lists every rule"));
  }
}
