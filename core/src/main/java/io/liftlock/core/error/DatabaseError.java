package io.liftlock.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database refused, or was out of reach. */
public final class DatabaseError extends LiftlockException {

  private final @Nullable String sqlState;

  /** With everything that is wrong, at least one problem. */
  public DatabaseError(List<Problem> problems, @Nullable Throwable cause) {
    super(problems, cause);
    this.sqlState = null;
  }

  /** With the one thing that is wrong, without a SQLSTATE. */
  public DatabaseError(Problem problem, @Nullable Throwable cause) {
    this(problem, null, cause);
  }

  /**
   * With the one thing that is wrong.
   *
   * @param sqlState the five characters of the SQL standard, or null where the database has none
   */
  public DatabaseError(Problem problem, @Nullable String sqlState, @Nullable Throwable cause) {
    super(List.of(problem), cause);
    this.sqlState = sqlState;
  }

  /** The SQLSTATE, or null where the database gave none. */
  public @Nullable String sqlState() {
    return sqlState;
  }
}
