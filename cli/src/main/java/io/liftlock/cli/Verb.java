package io.liftlock.cli;

/** A command of the command line. */
interface Verb {

  /**
   * Does it.
   *
   * @throws io.liftlock.core.error.LiftlockException for what is told to the user
   */
  Answer run(Invocation invocation);
}
