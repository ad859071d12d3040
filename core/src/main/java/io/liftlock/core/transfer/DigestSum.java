package io.liftlock.core.transfer;

import java.math.BigInteger;

/** Counts rows and adds up their hashes, exactly. Not safe for use by several threads. */
public final class DigestSum {

  private long rows;
  private long low;
  private long high;

  /** One more row. */
  public void add(long hash) {
    rows++;
    long sum = low + hash;
    // Two's complement of 128 bits: the sign of the addend, and the carry out of the lower half.
    high += (hash >> 63) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
    low = sum;
  }

  /** How many rows so far. */
  public long rows() {
    return rows;
  }

  /** What was added up so far. */
  public Digest digest() {
    BigInteger lower = BigInteger.valueOf(low & Long.MAX_VALUE);
    if (low < 0) {
      lower = lower.setBit(63);
    }
    return new Digest(rows, BigInteger.valueOf(high).shiftLeft(64).add(lower));
  }
}
