package io.liftlock.cli;

import io.liftlock.core.transfer.ByteSize;
import io.liftlock.core.transfer.Tally;

/** Numbers of rows and bytes as people read them. */
final class Amounts {

  private Amounts() {}

  /** {@code 1,200 rows 98.3 kB}; without bytes where none are known. */
  static String of(Tally tally) {
    return tally.bytes() > 0
        ? rows(tally.rows()) + "  " + ByteSize.text(tally.bytes())
        : rows(tally.rows());
  }

  /** {@code 1,200 rows}. */
  static String rows(long rows) {
    return rows == 1 ? "1 row" : "%,d rows".formatted(rows);
  }

  /** {@code 1,200}, and a question mark where nobody counted. */
  static String count(long count) {
    return count < 0 ? "?" : "%,d".formatted(count);
  }
}
