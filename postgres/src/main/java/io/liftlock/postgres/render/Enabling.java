package io.liftlock.postgres.render;

/** The words that switch triggers, rules and event triggers. */
final class Enabling {

  /** What is said of one that fires as usual: in sessions that are no replica's. */
  static final String USUAL = "";

  private Enabling() {}

  /** How ALTER switches to a state, such as {@code disabled}. */
  static String verb(String state) {
    return switch (state) {
      case "disabled" -> "DISABLE";
      case "replica" -> "ENABLE REPLICA";
      case "always" -> "ENABLE ALWAYS";
      default -> "ENABLE";
    };
  }
}
