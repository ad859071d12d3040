package io.liftlock.postgres.transfer;

import io.liftlock.core.database.RowSink;
import io.liftlock.core.transfer.Tally;
import java.util.function.Consumer;

/** Takes the messages of a text COPY, each of which is one line with its end, and hands them on. */
final class Lines implements Consumer<byte[]> {

  private final RowSink sink;
  private long rows;
  private long bytes;

  Lines(RowSink sink) {
    this.sink = sink;
  }

  @Override
  public void accept(byte[] line) {
    sink.write(line, 0, line.length);
    sink.endRow();
    rows++;
    bytes += line.length;
  }

  Tally tally() {
    return new Tally(rows, bytes);
  }
}
