package io.liftlock.core.report;

/** A part of the way that proves a rollback. */
public enum Leg {
  UP,
  DOWN,
  UP_AGAIN;

  /** As people read it: {@code up again}. */
  public String word() {
    return switch (this) {
      case UP -> "up";
      case DOWN -> "down";
      case UP_AGAIN -> "up again";
    };
  }
}
