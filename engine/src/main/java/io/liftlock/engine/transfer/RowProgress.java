package io.liftlock.engine.transfer;

import io.liftlock.core.event.Listener;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.Tally;
import io.liftlock.engine.run.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells how far the rows are, some times a second. In units of what chunks were expected to hold,
 * so that all of them together are just the whole. Safe for use by several threads.
 */
final class RowProgress {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final String database;
  private final Timing timing;
  private final Listener listener;
  private final Map<ObjectId, Tally> tallies = new HashMap<>();
  private long units;
  private Instant told;

  RowProgress(String database, Timing timing, Listener listener) {
    this.database = database;
    this.timing = timing;
    this.listener = listener;
    this.told = timing.now();
  }

  /** Counts what is there already. */
  synchronized void start(Collection<ChunkRecord> chunks) {
    for (ChunkRecord chunk : chunks) {
      ChunkRecord.Copied copied = chunk.copied();
      if (copied != null) {
        units += chunk.bytes();
        add(chunk.table(), copied.tally());
      }
    }
  }

  /** Takes off what is to be copied again. */
  synchronized void undo(Collection<ChunkRecord> chunks) {
    for (ChunkRecord chunk : chunks) {
      ChunkRecord.Copied copied = chunk.copied();
      if (copied != null) {
        units -= chunk.bytes();
        add(chunk.table(), new Tally(-copied.tally().rows(), -copied.tally().bytes()));
      }
    }
  }

  private void add(ObjectId table, Tally more) {
    tallies.merge(table, more, Tally::plus);
  }

  /** Begins to count a chunk. */
  Running running(ChunkRecord chunk) {
    return new Running(chunk);
  }

  private synchronized void move(ObjectId table, Tally more, long moreUnits, boolean last) {
    add(table, more);
    units += moreUnits;
    Instant now = timing.now();
    if (last || Duration.between(told, now).compareTo(PAUSE) >= 0) {
      told = now;
      Tally done = tallies.getOrDefault(table, Tally.NONE);
      listener.on(new TransferEvent.Progressed(database, Phases.ROWS, table, done, units));
    }
  }

  /** A chunk that is under way, for one thread. */
  final class Running {

    private final ChunkRecord chunk;
    private Tally tally = Tally.NONE;
    private long counted;

    private Running(ChunkRecord chunk) {
      this.chunk = chunk;
    }

    void passed(long bytes, long rows) {
      tally = tally.plus(new Tally(rows, bytes));
      long more = Math.min(tally.bytes(), chunk.bytes()) - counted;
      counted += more;
      move(chunk.table(), new Tally(rows, bytes), more, false);
    }

    /** It is in the target. */
    void done() {
      move(chunk.table(), Tally.NONE, chunk.bytes() - counted, true);
    }

    /** It is not: everything is taken off again. */
    void undone() {
      move(chunk.table(), new Tally(-tally.rows(), -tally.bytes()), -counted, true);
    }
  }
}
