package io.liftlock.cli;

import io.liftlock.core.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a run of migrations is, for a person who watches. Safe for use by several threads. */
final class MigrationLines {

  private static final long PATIENCE_MS = 1000;

  /** More lines than this are a wall; then the line that changes in place tells how far it is. */
  private static final int MOST_LINES = 50;

  private final boolean watched;
  private Event.@Nullable MigrationStarted running;
  private int total;
  private int statementsDone;
  private long runStartedMs;
  private long startedMs;

  /**
   * @param watched whether a person sees what is drawn, and nothing else keeps it
   */
  MigrationLines(boolean watched) {
    this.watched = watched;
  }

  synchronized void started(Event.MigrationStarted event) {
    long now = System.currentTimeMillis();
    if (event.position() == 1) {
      runStartedMs = now;
    }
    startedMs = now;
    total = event.total();
    statementsDone = 0;
    running = event;
  }

  synchronized void stepFinished(Event.StepFinished event) {
    statementsDone = event.step().ordinal();
  }

  synchronized void finished() {
    running = null;
  }

  /** Whether the run is so long that a person who watches is not told of every migration. */
  synchronized boolean isBrief() {
    return watched && total > MOST_LINES;
  }

  /** A line for what takes longer than a second, else none. */
  synchronized List<String> picture() {
    Event.MigrationStarted now = running;
    long elapsed = System.currentTimeMillis() - startedMs;
    long run = System.currentTimeMillis() - runStartedMs;
    if (now == null || (elapsed < PATIENCE_MS && !(isBrief() && run > PATIENCE_MS))) {
      return List.of();
    }
    int statements = now.planned().script().map(script -> script.size()).orElse(0);
    int before = now.position() - 1;
    // The migrations done so far are the only measure there is of those to come.
    String left =
        before == 0
            ? ""
            : ", %.1f/s, about %s left"
                .formatted(
                    before * 1000.0 / run, Clocks.text(run / before * (now.total() - before)));
    // What goes to the server in one message is not told apart while it runs.
    String which =
        statementsDone == 0 && statements > 1
            ? statements + " statements"
            : "statement %d of %d".formatted(Math.min(statementsDone + 1, statements), statements);
    String what = elapsed < PATIENCE_MS ? "" : "  %s  %s".formatted(which, Clocks.text(elapsed));
    return List.of(
        "%s%s  (%d of %d%s)"
            .formatted(now.planned().migration().title(), what, now.position(), now.total(), left));
  }
}
