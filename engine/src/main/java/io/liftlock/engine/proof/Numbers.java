package io.liftlock.engine.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Numbers within limits.
 *
 * @param low the smallest that is allowed
 * @param high the largest that is allowed
 * @param scale how many digits behind the point
 */
record Numbers(BigDecimal low, BigDecimal high, int scale) {

  /** Narrows both ends by what is asked of a value; what is no number is left aside. */
  Numbers within(Wish wish) {
    BigDecimal newLow = low;
    BigDecimal newHigh = high;
    BigDecimal step = BigDecimal.ONE.movePointLeft(scale);
    for (Limit limit : wish.limits()) {
      BigDecimal bound;
      try {
        bound = new BigDecimal(limit.constant());
      } catch (NumberFormatException e) {
        continue;
      }
      if (limit.side() == Limit.Side.ABOVE) {
        BigDecimal least = bound.setScale(scale, RoundingMode.CEILING);
        least = limit.open() && least.compareTo(bound) == 0 ? least.add(step) : least;
        newLow = newLow.max(least);
      } else {
        BigDecimal most = bound.setScale(scale, RoundingMode.FLOOR);
        most = limit.open() && most.compareTo(bound) == 0 ? most.subtract(step) : most;
        newHigh = newHigh.min(most);
      }
    }
    return new Numbers(newLow, newHigh, scale);
  }

  /**
   * The n-th of them, counted round; from one up where ones are allowed, since that is what most
   * columns hold.
   */
  BigDecimal at(long n) {
    BigDecimal step = BigDecimal.ONE.movePointLeft(scale);
    BigDecimal start = low.signum() <= 0 && high.signum() > 0 ? step.min(high) : low;
    if (low.compareTo(BigDecimal.ONE) <= 0 && high.compareTo(BigDecimal.valueOf(n)) >= 0) {
      return BigDecimal.valueOf(n);
    }
    BigInteger count =
        high.subtract(start).divide(step, 0, RoundingMode.FLOOR).toBigInteger().add(BigInteger.ONE);
    if (count.signum() <= 0) {
      return low;
    }
    BigInteger offset = BigInteger.valueOf(n).mod(count);
    return start.add(step.multiply(new BigDecimal(offset)));
  }
}
