package io.liftlock.engine.run;

import io.liftlock.core.database.StatementFailure;

/** Something that may fail for a lock and is then tried again as a whole. */
@FunctionalInterface
interface Attempt<T> {

  /**
   * Tries once.
   *
   * @param lockWaitMs time lost in earlier tries, in milliseconds
   */
  T run(long lockWaitMs) throws StatementFailure;
}
