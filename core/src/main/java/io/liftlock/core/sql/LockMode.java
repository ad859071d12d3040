package io.liftlock.core.sql;

import java.util.Arrays;
import java.util.Optional;

/**
 * The lock modes of PostgreSQL's relations, from the weakest to the strongest, and which of them
 * stand in each other's way: PostgreSQL documentation, "Explicit Locking", table 13.2.
 */
public enum LockMode {
  ACCESS_SHARE("AccessShareLock", 0b1000_0000),
  ROW_SHARE("RowShareLock", 0b1100_0000),
  ROW_EXCLUSIVE("RowExclusiveLock", 0b1111_0000),
  SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock", 0b1111_1000),
  SHARE("ShareLock", 0b1110_1100),
  SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock", 0b1111_1100),
  EXCLUSIVE("ExclusiveLock", 0b1111_1110),
  ACCESS_EXCLUSIVE("AccessExclusiveLock", 0b1111_1111);

  private final String word;
  private final int conflicts;

  LockMode(String word, int conflicts) {
    this.word = word;
    this.conflicts = conflicts;
  }

  /** The mode as {@code pg_locks} names it: {@code AccessExclusiveLock}. */
  public String word() {
    return word;
  }

  /** The mode as LOCK TABLE takes it: {@code ACCESS EXCLUSIVE}. */
  public String sql() {
    return name().replace('_', ' ');
  }

  /** Whether one session cannot have this while another has that. */
  @SuppressWarnings("EnumOrdinal") // The order of the modes is that of the documentation's table.
  public boolean conflictsWith(LockMode other) {
    return (conflicts & (1 << other.ordinal())) != 0;
  }

  /** Whether plain SELECTs wait. */
  public boolean blocksReads() {
    return conflictsWith(ACCESS_SHARE);
  }

  /** Whether INSERT, UPDATE and DELETE wait. */
  public boolean blocksWrites() {
    return conflictsWith(ROW_EXCLUSIVE);
  }

  /** The stronger of two. */
  public LockMode or(LockMode other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The mode that {@code pg_locks} names so. */
  public static Optional<LockMode> of(String word) {
    return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
  }
}
