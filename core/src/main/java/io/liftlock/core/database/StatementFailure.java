package io.liftlock.core.database;

import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.ExpectedLock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement, or the transaction around it, did not succeed. Checked, since every caller has to
 * decide: retry, stop half-way, or fail.
 */
public final class StatementFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final int workIndex;
  private final Reason reason;
  private final transient Problem problem;
  private final @Nullable String sqlState;
  private final transient List<Blocker> blockers;
  private final transient @Nullable ExpectedLock awaited;

  /** Why, as far as the runner has to tell it apart. */
  public enum Reason {
    /** The statement is wrong, or the data does not let it pass. */
    STATEMENT,
    /**
     * A lock was not granted within the budget, or a deadlock chose this transaction. Worth a
     * retry.
     */
    LOCK,
    /** The statement ran longer than the locks before it may be held, and was cancelled. */
    HELD_TOO_LONG,
    /** The statement cannot run in a transaction (SQLSTATE 25001, 2D000). */
    NOT_TRANSACTIONAL,
    /** This runner no longer holds the migration lock, or somebody else appended to the history. */
    LOCK_LOST,
    /** The connection is gone; whether the last thing took effect is not known. */
    CONNECTION
  }

  /**
   * @param workIndex 0-based index of the piece of work that failed, or -1 where none can be named
   * @param reason why, as far as the runner has to tell it apart
   * @param problem what to tell a person, with the place in the file
   * @param sqlState the SQLSTATE, or null
   * @param blockers who held the lock that was waited for, as far as seen
   * @param cause what was caught, or null
   */
  public StatementFailure(
      int workIndex,
      Reason reason,
      Problem problem,
      @Nullable String sqlState,
      List<Blocker> blockers,
      @Nullable Throwable cause) {
    this(workIndex, reason, problem, sqlState, blockers, null, cause);
  }

  /**
   * A failure for a lock.
   *
   * @param workIndex 0-based index of the piece of work that failed, or -1 where none can be named
   * @param reason why, as far as the runner has to tell it apart
   * @param problem what to tell a person, with the place in the file
   * @param sqlState the SQLSTATE, or null
   * @param blockers who held the lock that was waited for, as far as seen
   * @param awaited the lock that was not granted, or null where it cannot be named
   * @param cause what was caught, or null
   */
  public StatementFailure(
      int workIndex,
      Reason reason,
      Problem problem,
      @Nullable String sqlState,
      List<Blocker> blockers,
      @Nullable ExpectedLock awaited,
      @Nullable Throwable cause) {
    super(problem.message(), cause);
    this.workIndex = workIndex;
    this.reason = reason;
    this.problem = problem;
    this.sqlState = sqlState;
    this.blockers = List.copyOf(blockers);
    this.awaited = awaited;
  }

  /** 0-based index of the piece of work that failed, or -1 where none can be named. */
  public int workIndex() {
    return workIndex;
  }

  /** Why, as far as the runner has to tell it apart. */
  public Reason reason() {
    return reason;
  }

  /** What to tell a person. */
  public Problem problem() {
    return problem;
  }

  /** The SQLSTATE, or null. */
  public @Nullable String sqlState() {
    return sqlState;
  }

  /** Who held the lock that was waited for, as far as seen. */
  public List<Blocker> blockers() {
    return blockers;
  }

  /** The lock that was not granted, or null where it cannot be named. */
  public @Nullable ExpectedLock awaited() {
    return awaited;
  }
}
