package io.liftlock.engine.transfer;

/**
 * Another worker failed, so this one ends in the middle of what it does. Never leaves the copier.
 */
final class Halted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Halted() {
    super("another worker failed", null, false, false);
  }
}
