package io.liftlock.postgres.transfer;

import io.liftlock.core.error.Bug;
import java.util.List;

/**
 * Neutral tuples that are turned into COPY's rows while they pass, field by field, so that no row
 * need fit into memory.
 */
final class TupleStream implements RowStream {

  /** Values up to this length are put together before they are written. */
  private static final int KEPT = 64;

  private final CopyStream out;
  private final boolean binary;
  private final FieldWriter[] fields;
  private final byte[] kept = new byte[KEPT];

  private State state = State.COUNT;
  private int keptBytes;
  private int next;
  private int length;
  private int left;

  /** What the next bytes are. */
  private enum State {
    COUNT,
    LENGTH,
    VALUE,
    PIECES
  }

  /**
   * @param out takes the rows
   * @param binary whether as binary COPY, else as text
   * @param fields a writer for each field, to the same place
   */
  TupleStream(CopyStream out, boolean binary, List<FieldWriter> fields) {
    this.out = out;
    this.binary = binary;
    this.fields = fields.toArray(FieldWriter[]::new);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int at = offset;
    int end = offset + length;
    while (at < end) {
      at = step(bytes, at, end);
    }
  }

  /** Takes the next part of a row, and returns where the one behind it begins. */
  private int step(byte[] bytes, int at, int end) {
    if (state == State.PIECES) {
      int taken = Math.min(left, end - at);
      fields[next].piece(bytes, at, taken);
      left -= taken;
      if (left == 0) {
        fields[next].end();
        nextField();
      }
      return at + taken;
    }
    int wanted = state == State.COUNT ? 2 : state == State.LENGTH ? 4 : this.length;
    if (keptBytes == 0 && end - at >= wanted) {
      take(bytes, at, wanted, end - at - wanted);
      return at + wanted;
    }
    int taken = Math.min(wanted - keptBytes, end - at);
    System.arraycopy(bytes, at, kept, keptBytes, taken);
    keptBytes += taken;
    if (keptBytes == wanted) {
      keptBytes = 0;
      take(kept, 0, wanted, end - at - taken);
    }
    return at + taken;
  }

  /**
   * @param behind how many bytes that are there come behind these
   */
  private void take(byte[] bytes, int at, int taken, int behind) {
    if (state == State.VALUE) {
      fields[next].whole(bytes, at, taken);
      nextField();
    } else if (state == State.LENGTH) {
      beginField(number(bytes, at, 4), behind);
    } else {
      beginRow(number(bytes, at, 2));
    }
  }

  private static int number(byte[] bytes, int at, int count) {
    int number = 0;
    for (int i = 0; i < count; i++) {
      number = (number << 8) | (bytes[at + i] & 0xFF);
    }
    return number;
  }

  private void beginRow(int count) {
    if (count != fields.length) {
      throw new Bug("a row has " + count + " fields, not " + fields.length);
    }
    next = 0;
    state = State.LENGTH;
    if (binary) {
      out.putShort(count);
    }
  }

  private void beginField(int bytes, int behind) {
    if (!binary && next > 0) {
      out.putByte('\t');
    }
    length = bytes;
    if (bytes < 0) {
      putNull();
      nextField();
    } else if (bytes <= KEPT || bytes <= behind) {
      state = State.VALUE;
      if (bytes == 0) {
        take(kept, 0, 0, behind);
      }
    } else {
      fields[next].begin(bytes);
      left = bytes;
      state = State.PIECES;
    }
  }

  private void putNull() {
    if (binary) {
      out.putInt(-1);
    } else {
      out.putByte('\\');
      out.putByte('N');
    }
  }

  private void nextField() {
    next++;
    state = State.LENGTH;
  }

  @Override
  public void endRow() {
    if (state != State.LENGTH || next != fields.length || keptBytes > 0) {
      throw new Bug("a row ends in the middle of a field");
    }
    state = State.COUNT;
    if (!binary) {
      out.putByte('\n');
    }
  }

  @Override
  public long end() {
    return out.end();
  }

  @Override
  public void abandon() {
    out.abandon();
  }
}
