package io.liftlock.core.transfer;

import java.math.BigInteger;

/**
 * How many rows, and the sum of their hashes: equal for equal rows in any order. A sum and not an
 * exclusive or, in which two equal rows would cancel each other.
 *
 * @param rows how many
 * @param sum of the rows' 64-bit hashes, exact
 */
public record Digest(long rows, BigInteger sum) {

  /** No rows. */
  public static final Digest NONE = new Digest(0, BigInteger.ZERO);

  /** Both together. */
  public Digest plus(Digest other) {
    return new Digest(rows + other.rows, sum.add(other.sum));
  }
}
