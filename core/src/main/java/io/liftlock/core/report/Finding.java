package io.liftlock.core.report;

import io.liftlock.core.error.Place;
import io.liftlock.core.plan.Forecast;
import java.util.Optional;

/**
 * What a rule says about a statement or a migration.
 *
 * @param rule the rule's id
 * @param severity how bad, after the configuration had its say
 * @param place where
 * @param ordinal the 1-based statement of its script, or 0 where the migration as a whole is meant
 * @param statement the statement's first line, secrets masked; empty for a whole migration
 * @param message what is wrong, in one sentence without a full stop
 * @param breaks who notices, and how, in one sentence without a full stop
 * @param forecast what the statement locks, scans and rewrites
 * @param impact how long that takes with the rows that are there, where they are known
 * @param fix the safe way, where there is one
 * @param suppressed why somebody decided to live with it, where somebody did
 */
public record Finding(
    String rule,
    Severity severity,
    Place place,
    int ordinal,
    String statement,
    String message,
    String breaks,
    Forecast forecast,
    Optional<Impact> impact,
    Optional<Fix> fix,
    Optional<String> suppressed) {

  /** The same with another severity. */
  public Finding as(Severity other) {
    return new Finding(
        rule, other, place, ordinal, statement, message, breaks, forecast, impact, fix, suppressed);
  }

  /** The same, which somebody decided to live with. */
  public Finding suppressedBecause(String reason) {
    return new Finding(
        rule,
        severity,
        place,
        ordinal,
        statement,
        message,
        breaks,
        forecast,
        impact,
        fix,
        Optional.of(reason));
  }
}
