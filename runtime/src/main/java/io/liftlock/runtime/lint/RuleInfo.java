package io.liftlock.runtime.lint;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Dialect;
import java.util.Optional;

/**
 * What is told of a rule.
 *
 * @param id its id
 * @param dialect whose SQL it is about
 * @param usual how bad its findings are where nothing is configured
 * @param chosen how bad they are here; empty where the rule is not asked
 * @param title what it is about, in one sentence; empty where its page is not packed
 * @param page its page, in Markdown; empty where it is not packed
 */
public record RuleInfo(
    String id,
    Dialect dialect,
    Severity usual,
    Optional<Severity> chosen,
    String title,
    String page) {

  /** Whether it is asked here. */
  public boolean isOn() {
    return chosen.isPresent();
  }

  /** How bad its findings are here, or {@code off}. */
  public String word() {
    return chosen.map(Severity::word).orElse("off");
  }
}
