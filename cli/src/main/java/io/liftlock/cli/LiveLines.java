package io.liftlock.cli;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The last lines of a terminal, which change in place while something runs; other lines go above
 * them. Where no person watches there are only the other lines.
 */
final class LiveLines implements AutoCloseable {

  private static final long REDRAW_MS = 200;
  private static final String ERASE = "\r\u001b[K";
  private static final String UP = "\u001b[1A";

  /** A line that wraps could not be erased; terminals are rarely narrower. */
  private static final int WIDTH = 79;

  private final Terminal terminal;
  private final boolean lines;
  private final Supplier<List<String>> picture;
  private List<String> drawn = List.of();
  private @Nullable Timer redrawing;

  /**
   * @param lines whether anything is told; not where the result is a document
   * @param picture what the last lines are now, asked by a thread of its own; must not call back
   */
  LiveLines(Terminal terminal, boolean lines, Supplier<List<String>> picture) {
    this.terminal = terminal;
    this.lines = lines;
    this.picture = picture;
  }

  /** Whether a person watches. */
  boolean isLive() {
    return lines && terminal.interactive();
  }

  /** A line of the result. */
  synchronized void say(String line) {
    erase();
    if (lines && !terminal.quiet()) {
      terminal.say(line);
      terminal.flush();
    }
  }

  /** A line that is not the result. */
  synchronized void note(String line) {
    erase();
    if (lines) {
      terminal.note(line);
    }
  }

  /** A line that is only of interest with {@code --verbose}. */
  synchronized void detail(String line) {
    if (terminal.verbose()) {
      erase();
      terminal.detail(line);
    }
  }

  /** Begins to draw, once; only where a person watches. */
  synchronized void watch() {
    if (redrawing != null || !isLive()) {
      return;
    }
    Timer timer = new Timer("progress", true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            draw(picture.get());
          }
        },
        REDRAW_MS,
        REDRAW_MS);
    redrawing = timer;
  }

  private synchronized void draw(List<String> now) {
    if (redrawing == null) {
      return;
    }
    List<String> cut = now.stream().map(LiveLines::cut).toList();
    if (cut.equals(drawn)) {
      return;
    }
    terminal.draw(erasure() + String.join("\n", cut));
    drawn = cut;
  }

  private static String cut(String line) {
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH);
  }

  private String erasure() {
    return drawn.isEmpty() ? "" : ERASE + (UP + ERASE).repeat(drawn.size() - 1);
  }

  private void erase() {
    if (!drawn.isEmpty()) {
      terminal.draw(erasure());
      drawn = List.of();
    }
  }

  @Override
  public synchronized void close() {
    Timer timer = redrawing;
    if (timer != null) {
      timer.cancel();
      redrawing = null;
    }
    erase();
  }
}
