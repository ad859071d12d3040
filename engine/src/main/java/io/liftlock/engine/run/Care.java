package io.liftlock.engine.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a run treats those who use the database meanwhile.
 *
 * @param hold how long locks that block reads or writes may be held before the statement is
 *     cancelled; zero means no limit
 * @param replicaLag a transaction with such locks is not begun while a standby is further behind;
 *     empty where standbys are not looked at
 * @param clearances whose sessions may be ended where they are in the way; empty for nobody's
 */
public record Care(Duration hold, Optional<Duration> replicaLag, List<Clearance> clearances) {

  /** Nobody has decided anything: no limit, no look at standbys, nobody is ended. */
  public static final Care USUAL = new Care(Duration.ZERO, Optional.empty(), List.of());

  /** Copies what it is given. */
  public Care {
    clearances = List.copyOf(clearances);
  }
}
