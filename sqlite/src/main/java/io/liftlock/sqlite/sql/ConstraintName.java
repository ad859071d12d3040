package io.liftlock.sqlite.sql;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What constraints are called in the model. SQLite lets them be without a name, and lets two of a
 * table have the same one.
 */
public final class ConstraintName {

  private static final Pattern MADE = Pattern.compile("(?s)<.*>");
  private static final Pattern AGAIN = Pattern.compile("(?s).* <[0-9]+>");

  private ConstraintName() {}

  /** The name of one that has none. */
  public static String made(String table, List<String> columns, String type, int number) {
    String of = columns.isEmpty() ? "" : " " + String.join(", ", columns);
    return "<" + table + of + " " + type + (number > 1 ? " " + number : "") + ">";
  }

  /** The name of one whose name others have, too. */
  public static String again(String name, int number) {
    return number > 1 ? name + " <" + number + ">" : name;
  }

  /** Whether a name that somebody gave cannot be told from one that is made here. */
  public static boolean isAmbiguous(String given) {
    return MADE.matcher(given).matches() || AGAIN.matcher(given).matches();
  }

  /** The name that SQL gives it; empty where it has none. */
  public static Optional<String> given(String name) {
    if (MADE.matcher(name).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        AGAIN.matcher(name).matches() ? name.substring(0, name.lastIndexOf(" <")) : name);
  }
}
