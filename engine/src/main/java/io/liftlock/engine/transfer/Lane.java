package io.liftlock.engine.transfer;

import io.liftlock.core.database.RowTarget;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.database.TableWriter;
import org.jspecify.annotations.Nullable;

/** One worker's two connections, opened when they are first needed. */
final class Lane implements AutoCloseable {

  private final RowTarget target;
  private @Nullable TableReader reader;
  private SharedPoint.@Nullable Held readsAt;
  private @Nullable TableWriter writer;

  Lane(RowTarget target) {
    this.target = target;
  }

  /** The connection that reads at that point. */
  TableReader reader(SharedPoint.Held held) {
    TableReader open = reader;
    if (open != null && held.equals(readsAt)) {
      return open;
    }
    dropReader();
    open = held.point().reader();
    reader = open;
    readsAt = held;
    return open;
  }

  /** The connection that writes. */
  TableWriter writer() {
    TableWriter open = writer;
    if (open == null) {
      open = target.writer();
      writer = open;
    }
    return open;
  }

  void dropReader() {
    TableReader open = reader;
    reader = null;
    readsAt = null;
    if (open != null) {
      open.close();
    }
  }

  private void dropWriter() {
    TableWriter open = writer;
    writer = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    rest();
  }

  /** Closes both; they are opened anew when they are next needed. */
  void rest() {
    try {
      dropReader();
    } finally {
      dropWriter();
    }
  }
}
