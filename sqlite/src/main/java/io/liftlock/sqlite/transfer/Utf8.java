package io.liftlock.sqlite.transfer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Looks whether bytes are UTF-8 as Unicode defines it (table 3-7), without decoding them. */
final class Utf8 {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long HIGH = 0x8080808080808080L;
  private static final long LOW = 0x0101010101010101L;

  private Utf8() {}

  /** What bytes are. */
  enum Finding {
    /** UTF-8 without a zero byte. */
    TEXT,
    /** UTF-8 with a zero byte. */
    ZERO,
    /** No UTF-8. */
    BROKEN
  }

  /** Looks at all of them. */
  static Finding look(byte[] bytes) {
    return look(bytes, 0, bytes.length);
  }

  static Finding look(byte[] bytes, int from, int end) {
    boolean zero = false;
    int i = from;
    while (i < end) {
      // Eight at a time while there is nothing but ASCII.
      while (i + 8 <= end) {
        long eight = (long) LONG.get(bytes, i);
        if ((eight & HIGH) != 0) {
          break;
        }
        // Exact where no high bit is set: a borrow reaches the top of a byte only from zero.
        zero |= ((eight - LOW) & HIGH) != 0;
        i += 8;
      }
      if (i == end) {
        break;
      }
      byte first = bytes[i];
      if (first >= 0) {
        zero |= first == 0;
        i++;
        continue;
      }
      int length = length(bytes, i, end);
      if (length == 0) {
        return Finding.BROKEN;
      }
      i += length;
    }
    return zero ? Finding.ZERO : Finding.TEXT;
  }

  /** How long the character is that begins here, beyond ASCII; 0 where it is none. */
  private static int length(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xff;
    int second = at + 1 < end ? bytes[at + 1] & 0xff : 0;
    if (first >= 0xc2 && first <= 0xdf) {
      return isNext(second) ? 2 : 0;
    }
    if (first >= 0xe0 && first <= 0xef) {
      // Neither longer than needed nor a surrogate.
      int least = first == 0xe0 ? 0xa0 : 0x80;
      int most = first == 0xed ? 0x9f : 0xbf;
      return second >= least && second <= most && at + 2 < end && isNext(bytes[at + 2]) ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
      int least = first == 0xf0 ? 0x90 : 0x80;
      int most = first == 0xf4 ? 0x8f : 0xbf;
      return second >= least
              && second <= most
              && at + 3 < end
              && isNext(bytes[at + 2])
              && isNext(bytes[at + 3])
          ? 4
          : 0;
    }
    return 0;
  }

  private static boolean isNext(int b) {
    return (b & 0xc0) == 0x80;
  }

  /** Looks at text that comes in slices, which may part a character. */
  static final class Stream {

    private byte[] rest = new byte[0];
    private boolean zero;
    private boolean broken;

    /** The next slice. */
    void add(byte[] slice) {
      byte[] bytes = Arrays.copyOf(rest, rest.length + slice.length);
      System.arraycopy(slice, 0, bytes, rest.length, slice.length);
      int end = bytes.length - begun(bytes);
      Finding finding = look(bytes, 0, end);
      zero |= finding == Finding.ZERO;
      broken |= finding == Finding.BROKEN;
      rest = Arrays.copyOfRange(bytes, end, bytes.length);
    }

    /** What all of it is. */
    Finding end() {
      if (broken || rest.length > 0) {
        return Finding.BROKEN;
      }
      return zero ? Finding.ZERO : Finding.TEXT;
    }

    /** How many bytes at the end are the beginning of a character that is not whole. */
    private static int begun(byte[] bytes) {
      for (int i = 1; i <= Math.min(3, bytes.length); i++) {
        int b = bytes[bytes.length - i] & 0xff;
        if (!isNext(b)) {
          int whole = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : b >= 0xc0 ? 2 : 1;
          return whole > i ? i : 0;
        }
      }
      return 0;
    }
  }
}
