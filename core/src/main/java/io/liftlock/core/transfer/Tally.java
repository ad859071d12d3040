package io.liftlock.core.transfer;

/**
 * How much passed.
 *
 * @param rows how many rows
 * @param bytes how many bytes of them, as they travelled
 */
public record Tally(long rows, long bytes) {

  /** Nothing. */
  public static final Tally NONE = new Tally(0, 0);

  /** Both together. */
  public Tally plus(Tally other) {
    return new Tally(rows + other.rows, bytes + other.bytes);
  }
}
