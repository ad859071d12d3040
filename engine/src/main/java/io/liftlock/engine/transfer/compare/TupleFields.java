package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.RowSink;

/**
 * Cuts tuples, which come in pieces of any size, into their fields. The format is {@link
 * io.liftlock.core.transfer.RowFormat#TUPLES}.
 */
abstract class TupleFields implements RowSink {

  private static final int COUNT_BYTES = 2;
  private static final int LENGTH_BYTES = 4;

  /** How many bytes of the number that is being read are still to come; 0: within a field. */
  private int header = COUNT_BYTES;

  private int number;
  private int fields = -1;
  private int field;
  private long left;

  /**
   * A field begins.
   *
   * @param index counted from 0
   * @param length how many bytes follow; -1: it is NULL
   */
  abstract void begin(int index, int length);

  /** The next bytes of the field that began last. */
  abstract void bytes(byte[] bytes, int offset, int length);

  /** The row is whole. */
  abstract void end();

  @Override
  public final void write(byte[] bytes, int offset, int length) {
    int at = offset;
    int end = offset + length;
    while (at < end) {
      if (header > 0) {
        number = (number << 8) | (bytes[at++] & 0xFF);
        if (--header == 0) {
          read(number);
          number = 0;
        }
      } else if (left == 0) {
        throw new IllegalStateException("a tuple is longer than its fields");
      } else {
        int count = (int) Math.min(left, end - at);
        bytes(bytes, at, count);
        at += count;
        left -= count;
        if (left == 0) {
          next();
        }
      }
    }
  }

  private void read(int value) {
    if (fields < 0) {
      fields = value;
      field = 0;
      header = fields == 0 ? 0 : LENGTH_BYTES;
      return;
    }
    begin(field, value);
    left = Math.max(0, value);
    if (left == 0) {
      next();
    }
  }

  private void next() {
    field++;
    header = field < fields ? LENGTH_BYTES : 0;
  }

  @Override
  public final void endRow() {
    if (fields < 0 || field < fields || left > 0) {
      throw new IllegalStateException("a row ended within a tuple");
    }
    fields = -1;
    header = COUNT_BYTES;
    number = 0;
    end();
  }
}
