package io.liftlock.postgres;

import org.jspecify.annotations.Nullable;

/** Writes identifiers and literals so that no setting of the session can change their meaning. */
final class Quoted {

  private Quoted() {}

  /** An identifier, always quoted. */
  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A name in a schema. */
  static String qualified(String schema, String name) {
    return identifier(schema) + '.' + identifier(name);
  }

  /** A parameter's name, whose parts before and behind a dot are names of their own. */
  static String setting(String name) {
    return identifier(name).replace(".", "\".\"");
  }

  /**
   * A string. The form with an E reads backslashes alike whether {@code
   * standard_conforming_strings} is on or off.
   */
  static String literal(@Nullable String text) {
    if (text == null) {
      return "NULL";
    }
    return "E'" + text.replace("\\", "\\\\").replace("'", "''") + '\'';
  }
}
