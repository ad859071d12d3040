package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.RowHash;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Hashes rows as they pass by: each field with its length before it, NULL with a length that no
 * value has, so that no two rows can be written alike.
 */
abstract class TupleHasher extends TupleFields {

  private static final int PACED_BYTES = 1 << 18;

  private final RowHash[] hashes;
  private final long[] found;
  private final TupleKey key;
  private final byte[] number = new byte[Integer.BYTES];
  private final Pace pace;
  private final Side side;
  private long unpaced;

  TupleHasher(List<Long> seeds, TupleKey key, Crew crew) {
    this.pace = crew.pace();
    this.side = crew.side();
    this.hashes = seeds.stream().map(RowHash::new).toArray(RowHash[]::new);
    this.found = new long[hashes.length];
    this.key = key;
  }

  /**
   * A row passed.
   *
   * @param rowHashes one for each seed; used again for the next row
   */
  abstract void row(long[] rowHashes);

  @Override
  void begin(int index, int length) {
    number[0] = (byte) (length >>> 24);
    number[1] = (byte) (length >>> 16);
    number[2] = (byte) (length >>> 8);
    number[3] = (byte) length;
    for (RowHash hash : hashes) {
      hash.update(number, 0, number.length);
    }
    key.begin(index, length);
    unpaced += Integer.BYTES;
  }

  @Override
  void bytes(byte[] bytes, int offset, int length) {
    for (RowHash hash : hashes) {
      hash.update(bytes, offset, length);
    }
    key.bytes(bytes, offset, length);
    unpaced += length;
    if (unpaced >= PACED_BYTES) {
      pace.await(unpaced);
      unpaced = 0;
    }
  }

  /**
   * A row whose values do not fit the forms. It differs from every row of the other side, also from
   * one that does not fit there, since nobody can say that they are equal.
   */
  @Override
  public void misfit(Misfit misfit) {
    String text = side + misfit.described();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < hashes.length; i++) {
      hashes[i].update(bytes, 0, bytes.length);
      found[i] = hashes[i].finish();
    }
    key.unreadable(misfit);
    row(found);
  }

  @Override
  void end() {
    for (int i = 0; i < hashes.length; i++) {
      found[i] = hashes[i].finish();
    }
    key.end();
    row(found);
  }
}
