package io.liftlock.postgres.trace;

import io.liftlock.core.sql.Masking;
import io.liftlock.core.sql.Statement;

/** How a statement is shown. */
final class FirstLine {

  private static final int LONGEST = 2000;

  private FirstLine() {}

  /** Its first line, secrets masked, with a mark where more follows. */
  static String of(Statement statement) {
    String text = statement.text();
    String head = Masking.passwords(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    int end = head.indexOf('\n');
    String line = (end < 0 ? head : head.substring(0, end)).strip();
    return end < 0 && text.length() <= LONGEST ? line : line + " …";
  }
}
