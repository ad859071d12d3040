package io.liftlock.engine.transfer.compare;

import io.liftlock.core.event.Listener;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.Tally;
import io.liftlock.engine.run.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Tells how far a comparison is, some times a second. */
final class Progress {

  private static final String PHASE = "compare";
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final String database;
  private final Timing timing;
  private final Listener listener;
  private final Map<ObjectId, Tally> done = new HashMap<>();
  private final Instant began;
  private Instant told;
  private long units;

  Progress(String database, Timing timing, Listener listener) {
    this.database = database;
    this.timing = timing;
    this.listener = listener;
    this.began = timing.now();
    this.told = began;
  }

  /**
   * It begins.
   *
   * @param bytes how much both sides hold together
   */
  synchronized void start(long bytes) {
    listener.on(new TransferEvent.PhaseStarted(database, PHASE, bytes));
  }

  /** A part of a table was hashed. */
  synchronized void hashed(ObjectId table, long rows, long bytes) {
    units += bytes;
    Tally tally = done.merge(table, new Tally(rows, bytes), Tally::plus);
    Instant now = timing.now();
    if (Duration.between(told, now).compareTo(PAUSE) >= 0) {
      told = now;
      listener.on(new TransferEvent.Progressed(database, PHASE, table, tally, units));
    }
  }

  /** A table is done. */
  synchronized TableComparison compared(TableComparison comparison) {
    listener.on(new TransferEvent.TableCompared(database, comparison));
    return comparison;
  }

  /** It is over. */
  synchronized void finish() {
    long millis = Duration.between(began, timing.now()).toMillis();
    listener.on(new TransferEvent.PhaseFinished(database, PHASE, millis));
  }
}
