package io.liftlock.engine.deploy;

/**
 * Which rows the copy is to have that migrations are traced on.
 *
 * @param kind whose rows
 * @param count how many of each table; 0 for {@link Kind#ALL} and {@link Kind#NONE}
 */
public record TraceRows(Kind kind, long count) {

  /** Whose rows. */
  public enum Kind {
    /** Some of the database's own, and whatever they refer to. */
    SOME,
    /** All of the database's own. */
    ALL,
    /** Made up, as types, checks and keys allow. */
    PLANTED,
    /** None. */
    NONE
  }

  /** As people read it. */
  @Override
  public String toString() {
    return switch (kind) {
      case SOME -> count + " of each table, and what they refer to";
      case ALL -> "all";
      case PLANTED -> count + " planted in each table";
      case NONE -> "none";
    };
  }
}
