package io.liftlock.cli;

import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How far copying or comparing is, for a person who watches: a bar for each phase that goes on, and
 * below it a line for each table in work. Safe for use by several threads.
 */
final class TransferLines {

  /** As many tables as there are likely to be workers. */
  private static final int MOST_TABLES = 8;

  private static final long PATIENCE_MS = 1000;

  private final LongSupplier clock;
  private final Map<String, Running> phases = new LinkedHashMap<>();

  /** What is in work within a phase. */
  private static final class Running {
    private final PhaseBar bar;
    private final Map<ObjectId, Tally> tables = new LinkedHashMap<>();

    Running(PhaseBar bar) {
      this.bar = bar;
    }
  }

  /**
   * @param clock the time in milliseconds
   */
  TransferLines(LongSupplier clock) {
    this.clock = clock;
  }

  synchronized void started(TransferEvent.PhaseStarted event) {
    phases.put(
        event.phase(), new Running(new PhaseBar(event.phase(), event.units(), clock.getAsLong())));
  }

  synchronized void finished(TransferEvent.PhaseFinished event) {
    phases.remove(event.phase());
  }

  synchronized void progressed(TransferEvent.Progressed event) {
    Running running = phases.get(event.phase());
    if (running != null) {
      running.bar.progressed(event.units(), clock.getAsLong());
      // Put in anew, so that what is in work stands last.
      running.tables.remove(event.object());
      running.tables.put(event.object(), event.done());
    }
  }

  /** A table needs no line any more. */
  synchronized void ended(ObjectId table) {
    phases.values().forEach(running -> running.tables.remove(table));
  }

  /** The lines; none while everything is younger than a second. */
  synchronized List<String> picture() {
    long now = clock.getAsLong();
    List<String> lines = new ArrayList<>();
    for (Running running : phases.values()) {
      if (running.bar.age(now) >= PATIENCE_MS) {
        lines.add(running.bar.line(now));
        lines.addAll(tables(running));
      }
    }
    return lines;
  }

  private static List<String> tables(Running running) {
    List<Map.Entry<ObjectId, Tally>> inWork = new ArrayList<>(running.tables.entrySet());
    List<Map.Entry<ObjectId, Tally>> last =
        new ArrayList<>(inWork.subList(Math.max(0, inWork.size() - MOST_TABLES), inWork.size()));
    last.sort(Comparator.comparing(Map.Entry::getKey));
    return last.stream()
        .map(
            entry ->
                "  %-40s %s".formatted(entry.getKey().qualified(), Amounts.of(entry.getValue())))
        .toList();
  }
}
