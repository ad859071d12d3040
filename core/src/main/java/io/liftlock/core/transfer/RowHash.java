package io.liftlock.core.transfer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A 64-bit hash of bytes that come in pieces: XXH64 of Yann Collet's xxHash specification, version
 * 0.1.1. It guards against accidents, not against people. Used again for the next row after {@link
 * #finish()}. Not safe for use by several threads.
 */
public final class RowHash {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long PRIME_1 = 0x9E3779B185EBCA87L;
  private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME_3 = 0x165667B19E3779F9L;
  private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
  private static final long PRIME_5 = 0x27D4EB2F165667C5L;

  private static final int STRIPE = 32;

  private final long seed;
  private final byte[] rest = new byte[STRIPE];
  private int resting;
  private long length;
  private long lane1;
  private long lane2;
  private long lane3;
  private long lane4;

  /** With a seed; another one gives hashes that are independent of the first. */
  public RowHash(long seed) {
    this.seed = seed;
    begin();
  }

  private void begin() {
    resting = 0;
    length = 0;
    lane1 = seed + PRIME_1 + PRIME_2;
    lane2 = seed + PRIME_2;
    lane3 = seed;
    lane4 = seed - PRIME_1;
  }

  /** The next bytes. */
  public void update(byte[] bytes, int offset, int count) {
    length += count;
    int at = offset;
    int end = offset + count;
    if (resting > 0) {
      int taken = Math.min(STRIPE - resting, count);
      System.arraycopy(bytes, at, rest, resting, taken);
      resting += taken;
      at += taken;
      if (resting < STRIPE) {
        return;
      }
      stripe(rest, 0);
      resting = 0;
    }
    for (; end - at >= STRIPE; at += STRIPE) {
      stripe(bytes, at);
    }
    System.arraycopy(bytes, at, rest, 0, end - at);
    resting = end - at;
  }

  private void stripe(byte[] bytes, int at) {
    lane1 = round(lane1, (long) LONGS.get(bytes, at));
    lane2 = round(lane2, (long) LONGS.get(bytes, at + 8));
    lane3 = round(lane3, (long) LONGS.get(bytes, at + 16));
    lane4 = round(lane4, (long) LONGS.get(bytes, at + 24));
  }

  private static long round(long lane, long input) {
    return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
  }

  /** The hash of everything since the last one. */
  public long finish() {
    long hash;
    if (length >= STRIPE) {
      hash =
          Long.rotateLeft(lane1, 1)
              + Long.rotateLeft(lane2, 7)
              + Long.rotateLeft(lane3, 12)
              + Long.rotateLeft(lane4, 18);
      hash = merge(hash, lane1);
      hash = merge(hash, lane2);
      hash = merge(hash, lane3);
      hash = merge(hash, lane4);
    } else {
      hash = seed + PRIME_5;
    }
    hash = tail(hash + length);
    begin();
    hash = (hash ^ (hash >>> 33)) * PRIME_2;
    hash = (hash ^ (hash >>> 29)) * PRIME_3;
    return hash ^ (hash >>> 32);
  }

  private static long merge(long hash, long lane) {
    return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
  }

  private long tail(long begun) {
    long hash = begun;
    int at = 0;
    for (; resting - at >= 8; at += 8) {
      hash ^= round(0, (long) LONGS.get(rest, at));
      hash = Long.rotateLeft(hash, 27) * PRIME_1 + PRIME_4;
    }
    if (resting - at >= 4) {
      hash ^= ((int) INTS.get(rest, at) & 0xFFFFFFFFL) * PRIME_1;
      hash = Long.rotateLeft(hash, 23) * PRIME_2 + PRIME_3;
      at += 4;
    }
    for (; at < resting; at++) {
      hash ^= (rest[at] & 0xFFL) * PRIME_5;
      hash = Long.rotateLeft(hash, 11) * PRIME_1;
    }
    return hash;
  }
}
