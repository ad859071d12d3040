package io.liftlock.engine.proof;

import java.util.Optional;

/**
 * A value that another one must not pass.
 *
 * @param side on which side of it the other one has to be
 * @param open whether it must not be reached either
 * @param constant the value as text, or {@link #NOW}
 */
record Limit(Side side, boolean open, String constant) {

  /** Stands for the moment a statement runs. */
  static final String NOW = "now";

  enum Side {
    ABOVE,
    BELOW
  }

  /** The limit that {@code column operator constant} is. */
  static Optional<Limit> of(String operator, String constant) {
    return switch (operator) {
      case ">" -> Optional.of(new Limit(Side.ABOVE, true, constant));
      case ">=" -> Optional.of(new Limit(Side.ABOVE, false, constant));
      case "<" -> Optional.of(new Limit(Side.BELOW, true, constant));
      case "<=" -> Optional.of(new Limit(Side.BELOW, false, constant));
      default -> Optional.empty();
    };
  }
}
