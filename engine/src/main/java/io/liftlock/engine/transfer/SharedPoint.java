package io.liftlock.engine.transfer;

import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.RowSource;
import io.liftlock.core.transfer.SnapshotRecord;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The instant of the source that all workers read at, and its successor where it was lost. Safe for
 * use by several threads.
 */
final class SharedPoint implements AutoCloseable {

  private final RowSource source;
  private final int readers;
  private final Consumer<SnapshotRecord> opened;
  private int last;
  private @Nullable Held held;

  /**
   * An instant, and how the ledger knows it.
   *
   * @param point where readers come from
   * @param record how it is remembered
   */
  record Held(ReadPoint point, SnapshotRecord record) {

    int number() {
      return record.number();
    }
  }

  /**
   * @param readers how many there will be at most
   * @param last the number of the last point that this copy was read at; 0: none
   * @param opened is told of each, before anybody reads at it
   */
  SharedPoint(RowSource source, int readers, int last, Consumer<SnapshotRecord> opened) {
    this.source = source;
    this.readers = readers;
    this.last = last;
    this.opened = opened;
  }

  /** The point that is read at now; opened where there is none. */
  synchronized Held current() {
    Held open = held;
    if (open != null) {
      return open;
    }
    ReadPoint point = source.open(readers);
    try {
      SnapshotRecord record =
          new SnapshotRecord(last + 1, point.id(), point.at(), point.consistency());
      opened.accept(record);
      last = record.number();
      open = new Held(point, record);
      held = open;
      return open;
    } finally {
      if (held == null) {
        point.close();
      }
    }
  }

  /** Gives it up where nobody can read at it any more. */
  synchronized void look() {
    Held open = held;
    if (open != null && !open.point.isAlive()) {
      held = null;
      open.point.close();
    }
  }

  /** Whether there is one that can be read at. */
  synchronized boolean isAlive() {
    look();
    return held != null;
  }

  @Override
  public synchronized void close() {
    Held open = held;
    held = null;
    if (open != null) {
      open.point.close();
    }
  }
}
