package io.liftlock.core.syntax;

/**
 * {@code BEGIN}, {@code COMMIT}, {@code ROLLBACK}, {@code SAVEPOINT} and their kin.
 *
 * @param action what it does
 */
public record TransactionControl(Action action) implements Command {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.transactionControl(this);
  }

  /** What is done. */
  public enum Action {
    BEGIN,
    COMMIT,
    ROLLBACK,
    SAVEPOINT,
    RELEASE,
    ROLLBACK_TO,
    PREPARE,
    OTHER
  }
}
