package io.liftlock.engine.safety.policy;

import io.liftlock.core.report.Severity;
import java.util.EnumMap;
import java.util.Map;

/**
 * What becomes of findings in what a run is about to do.
 *
 * @param actions for each severity
 */
public record LintPolicy(Map<Severity, Action> actions) {

  /** What becomes of a finding. */
  public enum Action {
    /** It is not told. */
    OFF,
    /** It is told, and the run goes on. */
    WARN,
    /** Nothing runs. */
    REFUSE
  }

  /** Nothing is looked at. */
  public static final LintPolicy OFF = of(Action.OFF, Action.OFF);

  /** Everything is told and nothing is stopped. */
  public static final LintPolicy WARN = of(Action.WARN, Action.WARN);

  /** Errors stop a run; everything else is told. */
  public static final LintPolicy REFUSE = of(Action.REFUSE, Action.WARN);

  /** Copies what it is given. */
  public LintPolicy {
    actions = Map.copyOf(actions);
  }

  private static LintPolicy of(Action errors, Action others) {
    Map<Severity, Action> actions = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      actions.put(severity, severity == Severity.ERROR ? errors : others);
    }
    return new LintPolicy(actions);
  }

  /** What becomes of a finding of that severity. */
  public Action of(Severity severity) {
    return actions.getOrDefault(severity, Action.OFF);
  }

  /** The same but for one severity. */
  public LintPolicy with(Severity severity, Action action) {
    Map<Severity, Action> changed = new EnumMap<>(actions);
    changed.put(severity, action);
    return new LintPolicy(changed);
  }

  /** Whether nothing is looked at. */
  public boolean isOff() {
    return actions.values().stream().allMatch(action -> action == Action.OFF);
  }

  /** Whether anything can stop a run. */
  public boolean refuses() {
    return actions.containsValue(Action.REFUSE);
  }
}
