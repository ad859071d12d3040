package io.liftlock.engine.run;

import org.jspecify.annotations.Nullable;

/**
 * How one migration ended.
 *
 * @param statements how many statements ran
 * @param lockWaitMs time lost in tries that ended for a lock, in milliseconds
 * @param failed why it did not reach its end, or null where it did
 */
record MigrationResult(int statements, long lockWaitMs, @Nullable Failed failed) {

  static MigrationResult done(int statements, long lockWaitMs) {
    return new MigrationResult(statements, lockWaitMs, null);
  }

  static MigrationResult failed(Failed failed) {
    return new MigrationResult(0, 0, failed);
  }
}
