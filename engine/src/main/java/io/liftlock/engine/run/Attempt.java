package io.liftlock.engine.run;

import io.liftlock.core.database.StatementFailure;

/** Something that may fail for a lock and is then tried again as a whole. */
@FunctionalInterface
interface Attempt<T> {

  /**
   * Tries once.
   *
   * @param soFar what earlier tries have cost, and how long this one may wait
   */
  T run(SoFar soFar) throws StatementFailure;
}
