package io.liftlock.cli;

import io.liftlock.core.error.Problem;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.core.report.Outcome;
import io.liftlock.runtime.observe.Narrator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a run while it goes: a line for each finished migration, and, where a person watches, a
 * line that changes in place for what takes longer than a second. Where a person watches a run of
 * very many migrations, that line stands for all.
 */
final class Progress implements Listener, AutoCloseable {

  private static final long PATIENCE_MS = 1000;
  private static final long REDRAW_MS = 200;
  private static final String ERASE = "\r\u001b[K";

  /** More lines than this are a wall; then a line that changes in place tells how far it is. */
  private static final int MOST_LINES = 50;

  private final Terminal terminal;
  private final boolean lines;
  private final Narrator narrator = new Narrator();
  private final List<Problem> warnings = new ArrayList<>();
  private final Object drawing = new Object();
  private @Nullable Thread watcher;

  // What the watcher shows; guarded by drawing.
  private Event.@Nullable MigrationStarted running;
  private int total;
  private int statementsDone;
  private long runStartedMs;
  private long startedMs;
  private String drawn = "";

  private Progress(Terminal terminal, boolean lines) {
    this.terminal = terminal;
    this.lines = lines;
  }

  /** Progress for one run; its lines are left out where the result is a document. */
  static Progress on(Invocation invocation) {
    Terminal terminal = invocation.terminal();
    boolean lines = invocation.options().format == GlobalOptions.Format.text;
    return new Progress(terminal, lines);
  }

  /** What a person should know, told at the end. */
  List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public void on(Event event) {
    event.match(new Told());
  }

  private void say(String line) {
    synchronized (drawing) {
      erase();
      if (lines && !terminal.quiet()) {
        terminal.say(line);
        terminal.flush();
      }
    }
  }

  private void note(String line) {
    synchronized (drawing) {
      erase();
      if (lines) {
        terminal.note(line);
      }
    }
  }

  private void erase() {
    if (!drawn.isEmpty()) {
      terminal.draw(ERASE);
      drawn = "";
    }
  }

  private void watch() {
    if (watcher != null || !terminal.interactive() || !lines) {
      return;
    }
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  Thread.sleep(REDRAW_MS);
                  draw();
                }
              } catch (InterruptedException e) {
                // Asked to end.
                return;
              }
            },
            "progress");
    thread.setDaemon(true);
    thread.start();
    watcher = thread;
  }

  private void draw() {
    synchronized (drawing) {
      Event.MigrationStarted now = running;
      long elapsed = System.currentTimeMillis() - startedMs;
      long run = System.currentTimeMillis() - runStartedMs;
      if (now == null || (elapsed < PATIENCE_MS && !(isBrief(now.total()) && run > PATIENCE_MS))) {
        return;
      }
      int statements = now.planned().script().map(script -> script.size()).orElse(0);
      int before = now.position() - 1;
      // The migrations done so far are the only measure there is of those to come.
      String left =
          before == 0
              ? ""
              : ", %.1f/s, about %s left"
                  .formatted(before * 1000.0 / run, clock(run / before * (now.total() - before)));
      // What goes to the server in one message is not told apart while it runs.
      String which =
          statementsDone == 0 && statements > 1
              ? statements + " statements"
              : "statement %d of %d"
                  .formatted(Math.min(statementsDone + 1, statements), statements);
      String what = elapsed < PATIENCE_MS ? "" : "  %s  %s".formatted(which, clock(elapsed));
      String line =
          "%s%s  (%d of %d%s)"
              .formatted(
                  now.planned().migration().title(), what, now.position(), now.total(), left);
      if (!line.equals(drawn)) {
        terminal.draw(ERASE + line);
        drawn = line;
      }
    }
  }

  /** Whether a run is so long that a person who watches is not told of every migration. */
  private boolean isBrief(int total) {
    return total > MOST_LINES
        && terminal.interactive()
        && terminal.resultWatched()
        && !terminal.verbose();
  }

  private static String clock(long ms) {
    return "%d:%02d".formatted(ms / 60_000, ms / 1000 % 60);
  }

  @Override
  public void close() {
    Thread thread = watcher;
    if (thread != null) {
      thread.interrupt();
    }
    synchronized (drawing) {
      running = null;
      erase();
    }
  }

  /** What is said of each event. */
  private final class Told implements Event.Cases<Boolean> {

    @Override
    public Boolean lockAwaited(Event.LockAwaited event) {
      note(event.database() + ": " + narrator.lockAwaited(event));
      return true;
    }

    @Override
    public Boolean lockAcquired(Event.LockAcquired event) {
      note(event.database() + ": " + narrator.lockAcquired(event));
      return true;
    }

    @Override
    public Boolean migrationStarted(Event.MigrationStarted event) {
      synchronized (drawing) {
        long now = System.currentTimeMillis();
        if (event.position() == 1) {
          runStartedMs = now;
        }
        startedMs = now;
        total = event.total();
        statementsDone = 0;
        running = event;
      }
      watch();
      return true;
    }

    @Override
    public Boolean stepFinished(Event.StepFinished event) {
      synchronized (drawing) {
        statementsDone = event.step().ordinal();
        if (terminal.verbose()) {
          erase();
          terminal.detail(event.database() + ": " + narrator.stepFinished(event));
        }
      }
      return true;
    }

    @Override
    public Boolean transactionRetried(Event.TransactionRetried event) {
      note(event.database() + ": " + narrator.transactionRetried(event));
      return true;
    }

    @Override
    public Boolean statementReconciled(Event.StatementReconciled event) {
      note(event.database() + ": " + narrator.statementReconciled(event));
      return true;
    }

    @Override
    public Boolean migrationFinished(Event.MigrationFinished event) {
      Outcome.Finished finished = event.finished();
      synchronized (drawing) {
        running = null;
        if (isBrief(total)) {
          return true;
        }
      }
      say(
          "%-9s  %-40s  %-10s %3d statement%s %6d ms"
              .formatted(
                  Narrator.verb(finished.planned()),
                  finished.planned().migration().title(),
                  finished.planned().database(),
                  finished.statements(),
                  finished.statements() == 1 ? " " : "s",
                  finished.durationMs()));
      return true;
    }

    @Override
    public Boolean tablesAnalyzed(Event.TablesAnalyzed event) {
      note(event.database() + ": " + narrator.tablesAnalyzed(event));
      return true;
    }

    @Override
    public Boolean warned(Event.Warned event) {
      warnings.add(event.problem());
      return true;
    }

    @Override
    public Boolean transferred(TransferEvent event) {
      return true;
    }
  }
}
