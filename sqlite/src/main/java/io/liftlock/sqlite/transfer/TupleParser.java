package io.liftlock.sqlite.transfer;

import io.liftlock.core.error.Bug;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Takes tuples apart that come in pieces of any size. A value that fits is handed on as a whole;
 * one that does not is handed on slice by slice, as it comes.
 */
final class TupleParser {

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  /** A value above this is never held as a whole. */
  static final int LARGE = 4 << 20;

  /** What all values of a row may take that are held as a whole. */
  private static final int ROOM = 16 << 20;

  /** Once a row has taken its room, values above this are not held either. */
  private static final int SMALL = 1 << 13;

  /** Takes the values of rows. */
  interface Values {

    void isNull(int column);

    /** A whole value. */
    void whole(int column, byte[] bytes, int offset, int length) throws SQLException;

    /** The next bytes of a large value. */
    void slice(int column, byte[] bytes, int offset, int length) throws SQLException;

    /** The row is whole. */
    void endRow() throws SQLException;
  }

  private final int columns;
  private final Values values;
  private final byte[] head = new byte[4];
  private int headLength;
  private int column = -1;
  private byte[] value = new byte[0];
  private boolean inValue;
  private boolean sliced;
  private int done;
  private int length;
  private long held;

  TupleParser(int columns, Values values) {
    this.columns = columns;
    this.values = values;
  }

  /** Whether the last row has its end. */
  boolean isBetweenRows() {
    return column < 0 && headLength == 0;
  }

  /** Takes the next bytes. */
  void feed(byte[] bytes, int from, int end) throws SQLException {
    int at = from;
    while (at < end) {
      if (inValue) {
        at += continued(bytes, at, end);
        continue;
      }
      int size = column < 0 ? 2 : 4;
      if (headLength == 0 && end - at >= size) {
        head(bytes, at);
        at += size;
        // By far the most values lie in one piece.
        if (inValue && length <= end - at && !sliced) {
          inValue = false;
          values.whole(column, bytes, at, length);
          at += length;
          next();
        }
        continue;
      }
      head[headLength++] = bytes[at++];
      if (headLength == size) {
        headLength = 0;
        head(head, 0);
      }
    }
  }

  /** How many fields there are, or how long the next one is. */
  private void head(byte[] bytes, int at) throws SQLException {
    if (column < 0) {
      int count = (short) SHORT.get(bytes, at);
      if (count != columns) {
        throw new Bug("a tuple has " + count + " fields instead of " + columns);
      }
      held = 0;
      column = 0;
      endIfLast();
      return;
    }
    length = (int) INT.get(bytes, at);
    if (length < 0) {
      values.isNull(column);
      next();
      return;
    }
    inValue = true;
    done = 0;
    sliced = length > LARGE || (length > SMALL && held + length > ROOM);
    held += sliced ? 0 : length;
    if (length == 0) {
      inValue = false;
      values.whole(column, bytes, 0, 0);
      next();
    }
  }

  private int continued(byte[] bytes, int at, int end) throws SQLException {
    int count = Math.min(length - done, end - at);
    if (sliced) {
      values.slice(column, bytes, at, count);
    } else {
      if (done == 0) {
        value = value.length < length ? new byte[length] : value;
      }
      System.arraycopy(bytes, at, value, done, count);
    }
    done += count;
    if (done == length) {
      inValue = false;
      if (!sliced) {
        values.whole(column, value, 0, length);
        value = value.length > SMALL ? Arrays.copyOf(value, 0) : value;
      }
      next();
    }
    return count;
  }

  private void next() throws SQLException {
    column++;
    endIfLast();
  }

  private void endIfLast() throws SQLException {
    if (column == columns) {
      column = -1;
      values.endRow();
    }
  }
}
