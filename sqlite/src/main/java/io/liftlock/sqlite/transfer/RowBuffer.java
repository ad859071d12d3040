package io.liftlock.sqlite.transfer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes of one row as they are put together; used again for the next. */
final class RowBuffer {

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** What one row of ordinary size needs; more is given back after a large one. */
  private static final int USUAL = 1 << 20;

  private byte[] bytes = new byte[1 << 12];
  private int length;

  /** Begins anew. */
  void clear() {
    length = 0;
    if (bytes.length > USUAL) {
      bytes = new byte[1 << 12];
    }
  }

  void putByte(byte value) {
    room(1);
    bytes[length++] = value;
  }

  void putShort(int value) {
    room(2);
    SHORT.set(bytes, length, (short) value);
    length += 2;
  }

  void putInt(int value) {
    room(4);
    INT.set(bytes, length, value);
    length += 4;
  }

  void putLong(long value) {
    room(8);
    LONG.set(bytes, length, value);
    length += 8;
  }

  void put(byte[] from, int offset, int count) {
    room(count);
    System.arraycopy(from, offset, bytes, length, count);
    length += count;
  }

  int shortAt(int offset) {
    return (short) SHORT.get(bytes, offset);
  }

  int intAt(int offset) {
    return (int) INT.get(bytes, offset);
  }

  long longAt(int offset) {
    return (long) LONG.get(bytes, offset);
  }

  byte[] copy(int offset, int count) {
    return Arrays.copyOfRange(bytes, offset, offset + count);
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  private void room(int count) {
    if (bytes.length - length < count) {
      // Twice as much, and never beyond what an array can hold.
      long wanted = Math.max((long) length + count, Math.min(2L * bytes.length, 1L << 30));
      bytes = Arrays.copyOf(bytes, Math.toIntExact(wanted));
    }
  }
}
