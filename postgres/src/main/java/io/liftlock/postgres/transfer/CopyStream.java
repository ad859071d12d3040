package io.liftlock.postgres.transfer;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/**
 * Rows that go into COPY as they are, in batches: a message for each row would cost more than the
 * row. Where a row ends means nothing to COPY, so batches end anywhere.
 */
final class CopyStream implements RowStream {

  private static final int BATCH = 64 * 1024;

  /** What begins a binary COPY: the signature, no flags, no extension. */
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private static final byte[] TRAILER = {(byte) 0xFF, (byte) 0xFF};

  private final String doing;
  private final CopyIn copy;
  private final boolean binary;
  private final byte[] batch = new byte[BATCH];
  private int filled;

  private CopyStream(String doing, CopyIn copy, boolean binary) {
    this.doing = doing;
    this.copy = copy;
    this.binary = binary;
  }

  /**
   * Begins a COPY.
   *
   * @param doing what cannot be done where it fails
   * @param sql that takes its rows from standard input
   */
  static CopyStream open(Link link, String doing, String sql, boolean binary) {
    try {
      CopyStream stream = new CopyStream(doing, link.copyIn(sql), binary);
      if (binary) {
        stream.write(HEADER, 0, HEADER.length);
      }
      return stream;
    } catch (SQLException e) {
      throw Failures.error(doing, e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (length > BATCH - filled) {
      flush();
    }
    if (length >= BATCH) {
      send(bytes, offset, length);
    } else {
      System.arraycopy(bytes, offset, batch, filled, length);
      filled += length;
    }
  }

  @Override
  public void endRow() {
    // The bytes say it themselves.
  }

  void putByte(int value) {
    room(1);
    batch[filled++] = (byte) value;
  }

  void putShort(int value) {
    room(2);
    batch[filled++] = (byte) (value >>> 8);
    batch[filled++] = (byte) value;
  }

  void putInt(int value) {
    room(4);
    batch[filled++] = (byte) (value >>> 24);
    batch[filled++] = (byte) (value >>> 16);
    batch[filled++] = (byte) (value >>> 8);
    batch[filled++] = (byte) value;
  }

  void putLong(long value) {
    putInt((int) (value >>> 32));
    putInt((int) value);
  }

  private void room(int bytes) {
    if (bytes > BATCH - filled) {
      flush();
    }
  }

  private void flush() {
    if (filled > 0) {
      send(batch, 0, filled);
      filled = 0;
    }
  }

  private void send(byte[] bytes, int offset, int length) {
    try {
      copy.writeToCopy(bytes, offset, length);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public long end() {
    if (binary) {
      write(TRAILER, 0, TRAILER.length);
    }
    flush();
    try {
      return copy.endCopy();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private DatabaseError failed(SQLException e) {
    return Failures.error(doing, e);
  }

  @Override
  public void abandon() {
    if (copy.isActive()) {
      try {
        copy.cancelCopy();
      } catch (SQLException e) {
        // The server answers a cancelled COPY with an error; what was sent is undone either way.
      }
    }
  }
}
