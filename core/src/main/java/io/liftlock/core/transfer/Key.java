package io.liftlock.core.transfer;

import java.util.List;

/**
 * The values of one row's key, in the order of the key's columns, as text that the database reads
 * back as the same values. They are values of rows: they may stand in a ledger beside the rows, and
 * never in an error or a log.
 *
 * @param values one for each column, none of them null
 */
public record Key(List<String> values) {

  /** Copies the values. */
  public Key {
    values = List.copyOf(values);
  }

  /** A key of these values. */
  public static Key of(String... values) {
    return new Key(List.of(values));
  }

  /** How many values there are, never the values. */
  @Override
  public String toString() {
    return "key of " + values.size();
  }
}
