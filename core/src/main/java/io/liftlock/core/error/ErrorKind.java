package io.liftlock.core.error;

/** Whose move it is after an error; decides the exit code of the command. */
public enum ErrorKind {
  /** Something was found, as {@code check} is asked to: exit code 1. */
  FOUND(1),
  /** Files, flags or configuration are wrong: exit code 2. */
  USER(2),
  /** The state of the database or of another run forbids it: exit code 3. */
  STATE(3),
  /**
   * The database refused or was out of reach; every migration is wholly applied or not: exit code
   * 4.
   */
  DATABASE(4),
  /** A migration is partly done; the command that resumes is in the message: exit code 5. */
  PARTIAL(5),
  /** A fault of liftlock's own: exit code 70. */
  BUG(70);

  private final int exitCode;

  ErrorKind(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The exit code of a command that ends with this kind of error. */
  public int exitCode() {
    return exitCode;
  }
}
