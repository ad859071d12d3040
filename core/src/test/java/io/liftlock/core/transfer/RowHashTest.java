package io.liftlock.core.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowHashTest {

  /** From the test suites of other implementations of XXH64. */
  @Test
  void givesTheHashesOfTheSpecification() {
    assertEquals(0xEF46DB3751D8E999L, hash(0, ""));
    assertEquals(0xD24EC4F1A98C6E5BL, hash(0, "a"));
    assertEquals(0x44BC2CF5AD770999L, hash(0, "abc"));
    assertEquals(0x0B242D361FDA71BCL, hash(0, "The quick brown fox jumps over the lazy dog"));
  }

  private static long hash(long seed, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    RowHash hash = new RowHash(seed);
    hash.update(bytes, 0, bytes.length);
    return hash.finish();
  }

  @Test
  void piecesMakeNoDifference() {
    Random random = new Random(4);
    RowHash whole = new RowHash(7);
    RowHash pieces = new RowHash(7);
    for (int length = 0; length < 300; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      whole.update(bytes, 0, length);
      for (int at = 0; at < length; ) {
        int count = Math.min(length - at, random.nextInt(50));
        pieces.update(bytes, at, count);
        at += count;
      }
      assertEquals(whole.finish(), pieces.finish(), "length " + length);
    }
  }

  @Test
  void sumsAreExact() {
    Random random = new Random(5);
    DigestSum sum = new DigestSum();
    BigInteger expected = BigInteger.ZERO;
    for (int i = 0; i < 5_000; i++) {
      long hash =
          switch (i % 4) {
            case 0 -> Long.MIN_VALUE;
            case 1 -> -1;
            case 2 -> Long.MAX_VALUE;
            default -> random.nextLong();
          };
      sum.add(hash);
      expected = expected.add(BigInteger.valueOf(hash));
      assertEquals(new Digest(i + 1, expected), sum.digest());
    }
  }
}
