package io.liftlock.core.sql;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a script from an offset on and holds no file open in between, so that a walk that takes
 * hours, or is given up half-way, leaves nothing behind.
 */
final class ReopenedStream extends InputStream {

  private static final int PIECE = 1 << 20;

  private final ScriptSource source;
  private long next;
  private byte[] piece = new byte[0];
  private int position;

  ReopenedStream(ScriptSource source, long start) {
    this.source = source;
    this.next = start;
  }

  @Override
  public int read() throws IOException {
    return more() ? piece[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (!more()) {
      return -1;
    }
    int count = Math.min(length, piece.length - position);
    System.arraycopy(piece, position, buffer, offset, count);
    position += count;
    return count;
  }

  private boolean more() throws IOException {
    if (position == piece.length) {
      try (InputStream in = source.open(next)) {
        piece = in.readNBytes(PIECE);
      }
      next += piece.length;
      position = 0;
    }
    return piece.length > 0;
  }
}
