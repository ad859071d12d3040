package io.liftlock.engine.transfer;

import io.liftlock.core.event.Listener;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.report.CopyReport;
import io.liftlock.engine.run.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows how long each part of the work takes. Parts may overlap. Safe for use by several threads.
 */
final class Phases {

  static final String PREPARE = "prepare";
  static final String ROWS = "rows";
  static final String INDEXES = "indexes";
  static final String KEYS = "keys";
  static final String FINISH = "finish";
  static final String COMPARE = "compare";

  private final String database;
  private final Timing timing;
  private final Listener listener;
  private final List<Phase> all = new ArrayList<>();

  private static final class Phase {
    final String name;
    final Instant begin;
    @Nullable Instant end;

    Phase(String name, Instant begin) {
      this.name = name;
      this.begin = begin;
    }

    long millis(Instant now) {
      Instant last = end;
      return Duration.between(begin, last == null ? now : last).toMillis();
    }
  }

  /**
   * @param database whose name events carry
   */
  Phases(String database, Timing timing, Listener listener) {
    this.database = database;
    this.timing = timing;
    this.listener = listener;
  }

  /** A part begins, unless it has begun already; one that had ended goes on. */
  synchronized void begin(String name, long units) {
    for (Phase phase : all) {
      if (phase.name.equals(name)) {
        phase.end = null;
        return;
      }
    }
    all.add(new Phase(name, timing.now()));
    listener.on(new TransferEvent.PhaseStarted(database, name, units));
  }

  /** A part ends, if it has begun and not ended. */
  synchronized void end(String name) {
    for (Phase phase : all) {
      if (phase.name.equals(name) && phase.end == null) {
        Instant now = timing.now();
        phase.end = now;
        listener.on(new TransferEvent.PhaseFinished(database, name, phase.millis(now)));
      }
    }
  }

  /** A part that one thread does from its beginning to its end. */
  <T> T during(String name, long units, Supplier<T> work) {
    begin(name, units);
    T done = work.get();
    end(name);
    return done;
  }

  /** A part has ended that told of itself. */
  synchronized void took(String name, Instant begin) {
    Phase phase = new Phase(name, begin);
    phase.end = timing.now();
    all.add(phase);
  }

  /** What there was so far. */
  synchronized List<CopyReport.Phase> report() {
    Instant now = timing.now();
    return all.stream().map(phase -> new CopyReport.Phase(phase.name, phase.millis(now))).toList();
  }
}
