package io.liftlock.core.report;

/**
 * One step of a safe way.
 *
 * @param sql one or more statements, each with its semicolon
 * @param where how it is run
 * @param why what it does, as a comment for people, without a full stop
 */
public record SafeStep(String sql, Where where, String why) {

  /** How a step is run. */
  public enum Where {
    /** In a transaction of its own: locks of the step before it must be given back first. */
    OWN_TRANSACTION,
    /** In the same transaction as the step before it. */
    SAME_TRANSACTION,
    /** Outside any transaction. */
    NO_TRANSACTION,
    /** Again and again over key ranges, each in a transaction of its own, until no row is left. */
    BATCHES,
    /** In a later migration, when every running application can do without what it takes away. */
    LATER_RELEASE
  }
}
