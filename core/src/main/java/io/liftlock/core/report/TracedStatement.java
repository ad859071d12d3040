package io.liftlock.core.report;

import io.liftlock.core.plan.Forecast;
import java.util.List;
import java.util.Optional;

/**
 * A statement of a migration that was traced.
 *
 * @param migration the id of its migration; the file's name where it is none
 * @param transaction the number of its transaction, from 1; 0 where it ran outside any
 * @param trace what it did
 * @param forecast what was expected of it; empty where its text could not be read
 * @param surprises where it did other things than expected, as sentences without full stops
 */
public record TracedStatement(
    String migration,
    int transaction,
    StatementTrace trace,
    Optional<Forecast> forecast,
    List<String> surprises) {

  /** Copies the sentences. */
  public TracedStatement {
    surprises = List.copyOf(surprises);
  }
}
