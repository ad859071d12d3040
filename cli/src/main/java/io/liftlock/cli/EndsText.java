package io.liftlock.cli;

import io.liftlock.runtime.transfer.DatabaseEnd;

/** The two databases of a copy or a comparison. */
final class EndsText {

  private EndsText() {}

  /** Two lines that are not the result. */
  static void print(
      Terminal terminal, String first, DatabaseEnd one, String second, DatabaseEnd other) {
    int width = Math.max(first.length(), second.length());
    terminal.note(line(terminal, width, first, one));
    terminal.note(line(terminal, width, second, other));
  }

  private static String line(Terminal terminal, int width, String role, DatabaseEnd end) {
    return terminal.paint(
        Style.DIM,
        "%s  %s (%s)"
            .formatted(role + " ".repeat(width - role.length()), end.url(), end.product()));
  }
}
