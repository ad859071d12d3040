package io.liftlock.core.plan;

import io.liftlock.core.sql.Statement;
import java.util.List;

/**
 * One statement and how to run it.
 *
 * @param ordinal 1-based place in its script
 * @param statement what runs
 * @param placement where it runs
 * @param timeouts its budgets
 * @param locks what it will lock of what others can see, sorted by relation; empty where nothing is
 *     known
 */
public record Step(
    int ordinal,
    Statement statement,
    Placement placement,
    Timeouts timeouts,
    List<ExpectedLock> locks) {

  /** Copies what it is given. */
  public Step {
    locks = List.copyOf(locks);
  }

  /** A statement of whose locks nothing is known. */
  public Step(int ordinal, Statement statement, Placement placement, Timeouts timeouts) {
    this(ordinal, statement, placement, timeouts, List.of());
  }

  /** The same statement somewhere else. */
  public Step at(Placement other) {
    return new Step(ordinal, statement, other, timeouts, locks);
  }
}
