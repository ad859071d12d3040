package io.liftlock.cli;

import io.liftlock.runtime.Transfers;

/** The two databases of a copy or a comparison, told before anything is done. */
final class EndsText {

  private EndsText() {}

  /** Two lines that are not the result; the databases as people name them. */
  static void print(
      Invocation invocation,
      Transfers transfers,
      String first,
      String one,
      String second,
      String other) {
    if (invocation.options().format == GlobalOptions.Format.text) {
      int width = Math.max(first.length(), second.length());
      line(invocation, width, first, transfers.shown(one));
      line(invocation, width, second, transfers.shown(other));
    }
  }

  private static void line(Invocation invocation, int width, String role, String shown) {
    Terminal terminal = invocation.terminal();
    terminal.note(
        terminal.paint(Style.DIM, role + " ".repeat(width - role.length()) + "  " + shown));
  }
}
