package io.liftlock.postgres.transfer;

import io.liftlock.core.database.RowSink;

/** Writes values as COPY's text format has them. */
final class CopyText {

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private final RowSink sink;
  private byte[] buffer = {};
  private long bytes;

  CopyText(RowSink sink) {
    this.sink = sink;
  }

  /** How much was written. */
  long bytes() {
    return bytes;
  }

  /** What is in the format already. */
  void raw(byte[] data, int offset, int length) {
    if (length > 0) {
      sink.write(data, offset, length);
      bytes += length;
    }
  }

  /** What stands before hexadecimal digits; the backslash is written twice like any other. */
  void beginHex() {
    raw(new byte[] {'\\', '\\', 'x'}, 0, 3);
  }

  /** Bytes as two digits each. */
  void hex(byte[] data, int offset, int length) {
    byte[] out = room(2 * length);
    int at = 0;
    for (int i = offset; i < offset + length; i++) {
      out[at++] = HEX[(data[i] >> 4) & 15];
      out[at++] = HEX[data[i] & 15];
    }
    raw(out, 0, at);
  }

  /** UTF-8, cut anywhere; what is escaped is a character of one byte. */
  void escaped(byte[] data, int offset, int length) {
    byte[] out = room(2 * length);
    int at = 0;
    for (int i = offset; i < offset + length; i++) {
      byte letter = letter(data[i]);
      if (letter == 0) {
        out[at++] = data[i];
      } else {
        out[at++] = '\\';
        out[at++] = letter;
      }
    }
    raw(out, 0, at);
  }

  /** What stands behind the backslash; 0 for what needs none. */
  private static byte letter(byte value) {
    return switch (value) {
      case '\b' -> 'b';
      case '\f' -> 'f';
      case '\n' -> 'n';
      case '\r' -> 'r';
      case '\t' -> 't';
      case 0x0b -> 'v';
      case '\\' -> '\\';
      default -> 0;
    };
  }

  private byte[] room(int length) {
    if (buffer.length < length) {
      buffer = new byte[length];
    }
    return buffer;
  }
}
