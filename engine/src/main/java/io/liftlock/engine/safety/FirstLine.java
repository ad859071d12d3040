package io.liftlock.engine.safety;

import io.liftlock.core.sql.Masking;
import io.liftlock.core.sql.Statement;

/** What of a statement stands in reports: its first line, passwords masked. */
final class FirstLine {

  private static final int LONGEST = 200;

  private FirstLine() {}

  static String of(Statement statement) {
    if (statement.isLarge()) {
      return "";
    }
    String text = Masking.passwords(statement.text()).strip();
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end).stripTrailing();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
