package io.liftlock.core.report;

import io.liftlock.core.plan.Forecast;
import io.liftlock.core.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What linting found.
 *
 * @param findings in the order of scripts, statements and places
 * @param notAnalysed what could not be looked into, in the same order
 * @param forecasts what each statement of the scripts asked for will do, by the statement itself
 */
public record LintReport(
    List<Finding> findings, List<NotAnalysed> notAnalysed, Map<Statement, Forecast> forecasts) {

  /** Copies what it is given. */
  public LintReport {
    findings = List.copyOf(findings);
    notAnalysed = List.copyOf(notAnalysed);
    // Statements are told apart by identity: the same text may stand in a script twice.
    forecasts = Map.copyOf(forecasts);
  }

  /** What a statement will do; empty where it was not asked for or not understood. */
  public Optional<Forecast> forecast(Statement statement) {
    return Optional.ofNullable(forecasts.get(statement));
  }

  /** Whether nothing was found and everything was looked into. */
  public boolean isClean() {
    return notAnalysed.isEmpty()
        && findings.stream().allMatch(finding -> finding.suppressed().isPresent());
  }
}
