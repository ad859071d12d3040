package io.liftlock.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A PRAGMA as a script writes it.
 *
 * @param name in lower case, without a schema
 * @param value in lower case, without quotes; empty where it only asks
 */
record Pragma(String name, String value) {

  private static final Set<String> YES = Set.of("on", "yes", "true");

  /** The PRAGMA that a statement is, if it is one. */
  static Optional<Pragma> of(String sql) {
    List<Beginning.Token> tokens = Beginning.first(sql, 7);
    if (tokens.size() < 2 || !tokens.get(0).is("PRAGMA")) {
      return Optional.empty();
    }
    int at = 1;
    if (tokens.size() > 3 && tokens.get(2).is(".")) {
      at = 3;
    }
    String name = tokens.get(at).name().toLowerCase(Locale.ROOT);
    StringBuilder value = new StringBuilder();
    if (tokens.size() > at + 2 && (tokens.get(at + 1).is("=") || tokens.get(at + 1).is("("))) {
      for (Beginning.Token token : tokens.subList(at + 2, tokens.size())) {
        if (!token.is(")")) {
          value.append(token.name().toLowerCase(Locale.ROOT));
        }
      }
    }
    return Optional.of(new Pragma(name, value.toString()));
  }

  /** Whether it switches the enforcement of foreign keys. */
  boolean switchesForeignKeys() {
    return sets("foreign_keys");
  }

  /** Whether it gives this setting a value. */
  boolean sets(String setting) {
    return sets() && name.equals(setting);
  }

  /** Whether it gives a setting a value. */
  boolean sets() {
    return !value.isEmpty();
  }

  /** The value as SQLite reads a boolean: a word, or any number but zero. */
  boolean isOn() {
    if (YES.contains(value)) {
      return true;
    }
    String digits = value.startsWith("+") || value.startsWith("-") ? value.substring(1) : value;
    return !digits.isEmpty()
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && !digits.chars().allMatch(c -> c == '0');
  }
}
