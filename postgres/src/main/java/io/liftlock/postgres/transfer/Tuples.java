package io.liftlock.postgres.transfer;

import io.liftlock.core.database.RowSink;
import io.liftlock.core.transfer.Tally;
import java.util.function.Consumer;

/**
 * Takes the messages of a binary COPY and hands on its tuples without copying a byte. The first
 * message begins with a header of fixed length, the last one ends with the number of fields -1;
 * between them each message is one tuple.
 */
final class Tuples implements Consumer<byte[]> {

  /** A signature of 11 bytes, flags, and the length of an extension that no server sends. */
  private static final int HEADER = 19;

  private static final int TRAILER = 2;

  private final RowSink sink;
  private boolean headerSeen;
  private long rows;
  private long bytes;

  Tuples(RowSink sink) {
    this.sink = sink;
  }

  @Override
  public void accept(byte[] message) {
    int from = headerSeen ? 0 : HEADER;
    headerSeen = true;
    int length = message.length - from;
    if (length == 0 || (length == TRAILER && message[from] == -1 && message[from + 1] == -1)) {
      return;
    }
    sink.write(message, from, length);
    sink.endRow();
    rows++;
    bytes += length;
  }

  Tally tally() {
    return new Tally(rows, bytes);
  }
}
