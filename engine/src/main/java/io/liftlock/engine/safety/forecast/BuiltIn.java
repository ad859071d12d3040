package io.liftlock.engine.safety.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The functions that PostgreSQL brings along, with what may change their results: {@code pg_proc}
 * of the versions 14 to 18, taken together. A function is volatile here where any of its overloads
 * is on any of them.
 */
final class BuiltIn {

  private static final Set<String> VOLATILE = names("volatile-functions.txt");
  private static final Set<String> OTHERS = names("other-functions.txt");

  private BuiltIn() {}

  /** Whether its result may change from row to row. */
  static boolean isVolatile(String name) {
    return VOLATILE.contains(name);
  }

  /** Whether the server brings a function of that name along. */
  static boolean isKnown(String name) {
    return OTHERS.contains(name) || isVolatile(name);
  }

  private static Set<String> names(String resource) {
    try (InputStream bytes = BuiltIn.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IllegalStateException("the resource " + resource + " is not on the class path");
      }
      return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.US_ASCII))
          .lines()
          .filter(line -> !line.isBlank())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
