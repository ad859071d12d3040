package io.liftlock.sqlite.sql;

/** A CREATE statement says something that is not known here; nothing is guessed. */
public final class NotUnderstood extends Exception {

  private static final long serialVersionUID = 1;

  private final String because;

  NotUnderstood(String because) {
    super(because);
    this.because = because;
  }

  /** What is not understood, without anything that the statement holds. */
  public String because() {
    return because;
  }
}
