package io.liftlock.engine.safety.fix;

import io.liftlock.core.report.SafeStep;
import java.util.Set;

/**
 * One statement of a migration that is on its way to its safe form.
 *
 * @param sql the statement without its semicolon
 * @param where how it is run
 * @param why what it does, where a safe way put it there; else empty
 * @param origin the 1-based statement of the original that it stands for
 * @param applied the rules whose safe ways led to it; none is taken twice
 */
public record SafePiece(
    String sql, SafeStep.Where where, String why, int origin, Set<String> applied) {

  /** Copies the rules. */
  public SafePiece {
    applied = Set.copyOf(applied);
  }

  /** Whether it is not as its author wrote it. */
  public boolean isChanged() {
    return !applied.isEmpty();
  }

  /** The same, run in another way. */
  SafePiece run(SafeStep.Where other) {
    return new SafePiece(sql, other, why, origin, applied);
  }

  /** Whether it joins the transaction of the one before it. */
  boolean joins() {
    return where == SafeStep.Where.SAME_TRANSACTION;
  }

  /** Whether it runs outside of transactions that others could join. */
  boolean isAlone() {
    return where == SafeStep.Where.NO_TRANSACTION || where == SafeStep.Where.BATCHES;
  }
}
