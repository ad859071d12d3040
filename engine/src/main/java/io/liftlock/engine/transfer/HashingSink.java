package io.liftlock.engine.transfer;

import io.liftlock.core.database.RowSink;
import io.liftlock.core.transfer.DigestSum;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.RowHash;
import io.liftlock.core.transfer.Tally;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts and hashes rows as they pass, and knows on which side a failure was. */
final class HashingSink implements RowSink {

  /** How much passes between two looks at whether it may go on. */
  private static final int BYTES = 1 << 17;

  private static final int ROWS = 2048;

  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

  private final RowSink next;
  private final Valve valve;
  private final boolean rejects;
  private final RowHash hash = new RowHash(0);
  private final DigestSum sum = new DigestSum();
  private final List<Misfit> misfits = new ArrayList<>();
  private long bytes;
  private long toldBytes;
  private long toldRows;
  private @Nullable RuntimeException failure;

  /** Is asked now and then whether rows may go on. */
  interface Valve {

    /**
     * So much passed since the last time.
     *
     * @param bytes of rows, whole or not
     * @param rows that are whole
     * @throws Halted where this worker is to end
     */
    void passed(long bytes, long rows);
  }

  /** Takes rows and forgets them. */
  static final RowSink NOWHERE =
      new RowSink() {
        @Override
        public void write(byte[] bytes, int offset, int length) {}

        @Override
        public void endRow() {}
      };

  /**
   * @param next where they go
   * @param rejects whether rows that do not fit are left out
   */
  HashingSink(RowSink next, Valve valve, boolean rejects) {
    this.next = next;
    this.valve = valve;
    this.rejects = rejects;
  }

  @Override
  public void write(byte[] some, int offset, int length) {
    hash.update(some, offset, length);
    bytes += length;
    try {
      next.write(some, offset, length);
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
    if (bytes - toldBytes >= BYTES) {
      tell();
    }
  }

  @Override
  public void endRow() {
    sum.add(hash.finish());
    try {
      next.endRow();
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
    if (sum.rows() - toldRows >= ROWS) {
      tell();
    }
  }

  @Override
  public void misfit(Misfit misfit) {
    if (!rejects) {
      RowSink.super.misfit(misfit);
    }
    misfits.add(misfit);
  }

  /** Tells the valve what it has not been told yet. */
  void tell() {
    long more = bytes - toldBytes;
    long moreRows = sum.rows() - toldRows;
    toldBytes = bytes;
    toldRows = sum.rows();
    valve.passed(more, moreRows);
  }

  /** Whether that came from where the rows go, and not from where they come from. */
  boolean failedBehind(RuntimeException thrown) {
    return thrown == failure;
  }

  Tally tally() {
    return new Tally(sum.rows(), bytes);
  }

  /** The sum of the rows' hashes, in 128 bits. */
  String hash() {
    return text(sum.digest().sum());
  }

  /** Rows that were left out. */
  List<Misfit> misfits() {
    return List.copyOf(misfits);
  }

  /** The hash of the rows of several chunks together. */
  static String together(List<String> hashes) {
    return text(
        hashes.stream()
            .map(one -> new BigInteger(one, 16))
            .reduce(BigInteger.ZERO, BigInteger::add));
  }

  private static String text(BigInteger sum) {
    String digits = sum.mod(MODULUS).toString(16);
    return "0".repeat(32 - digits.length()) + digits;
  }
}
