package io.liftlock.core.report;

import io.liftlock.core.error.Problem;
import java.util.List;

/**
 * What migrations really did on a copy of a database.
 *
 * @param database the configured name
 * @param server what the copy was on, as {@code PostgreSQL 16.15}
 * @param copy the copy, as it was before
 * @param statements each statement that was begun, in order; after a failure none follows
 * @param load what others had to wait meanwhile; empty where nobody else was there
 * @param budgetMs how long a lock that keeps readers or writers waiting may be held, in
 *     milliseconds
 * @param notices what a person should know
 */
public record TraceReport(
    String database,
    String server,
    TraceCopy copy,
    List<TracedStatement> statements,
    List<LoadTrace> load,
    long budgetMs,
    List<Problem> notices) {

  /** Copies the lists. */
  public TraceReport {
    statements = List.copyOf(statements);
    load = List.copyOf(load);
    notices = List.copyOf(notices);
  }

  /** A lock that was held for longer than the budget allows, and the statement that took it. */
  public record OverBudget(TracedStatement statement, ObservedLock lock) {}

  /** The locks that keep readers or writers waiting for longer than the budget allows. */
  public List<OverBudget> overBudget() {
    return statements.stream()
        .flatMap(
            statement ->
                statement.trace().locks().stream()
                    .filter(lock -> lock.mode().blocksWrites() && lock.heldMs() > budgetMs)
                    .map(lock -> new OverBudget(statement, lock)))
        .toList();
  }

  /** Whether every statement succeeded. */
  public boolean succeeded() {
    return statements.stream().allMatch(each -> each.trace().failure().isEmpty());
  }
}
