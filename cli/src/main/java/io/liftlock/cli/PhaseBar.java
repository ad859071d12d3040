package io.liftlock.cli;

import io.liftlock.core.transfer.ByteSize;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** A bar with what is done of a phase, how fast, and how long it takes still. */
final class PhaseBar {

  private static final int WIDTH = 20;

  /** The rate is that of the last seconds: a server's beginning says little about its end. */
  private static final long WINDOW_MS = 15_000;

  /** Phases whose units are bytes. */
  private static final Set<String> IN_BYTES = Set.of("rows", "compare");

  private final String phase;
  private final long units;
  private final boolean bytes;
  private final long startedMs;
  private final Deque<Sample> samples = new ArrayDeque<>();
  private long done;

  private record Sample(long atMs, long done) {}

  /**
   * @param units how much there is to do, bytes where rows are read; 0 where unknown
   * @param startedMs when it began
   */
  PhaseBar(String phase, long units, long startedMs) {
    this.phase = phase;
    this.units = units;
    this.bytes = IN_BYTES.contains(phase);
    this.startedMs = startedMs;
    samples.add(new Sample(startedMs, 0));
  }

  /** So much is done now. */
  void progressed(long doneNow, long nowMs) {
    // A resumed copy begins with what is there; that was not copied just now.
    done = doneNow;
    samples.addLast(new Sample(nowMs, doneNow));
    while (samples.size() > 2 && samples.getFirst().atMs() < nowMs - WINDOW_MS) {
      samples.removeFirst();
    }
  }

  /** How long ago it began. */
  long age(long nowMs) {
    return nowMs - startedMs;
  }

  /** The line. */
  String line(long nowMs) {
    StringBuilder line = new StringBuilder("%-8s ".formatted(phase));
    if (units > 0) {
      // An estimate may fall short; what is more than all would puzzle.
      long part = Math.min(done, units);
      int filled = (int) (part * WIDTH / units);
      line.append('[').append("#".repeat(filled)).append("-".repeat(WIDTH - filled)).append("] ");
      line.append("%3d%%  %s of %s".formatted(part * 100 / units, amount(done), amount(units)));
    } else if (done > 0) {
      line.append(amount(done));
    }
    double perMs = perMilli(nowMs);
    if (bytes && perMs > 0) {
      line.append("  %s/s".formatted(ByteSize.text((long) (perMs * 1000))));
    }
    if (perMs > 0 && units > done) {
      line.append("  %s left".formatted(Clocks.text((long) ((units - done) / perMs))));
    } else {
      line.append("  %s".formatted(Clocks.text(age(nowMs))));
    }
    return line.toString().stripTrailing();
  }

  private String amount(long number) {
    return bytes ? ByteSize.text(number) : "%,d".formatted(number);
  }

  private double perMilli(long nowMs) {
    Sample first = samples.getFirst();
    long elapsed = nowMs - first.atMs();
    return elapsed <= 0 ? 0 : Math.max(0, (double) (done - first.done()) / elapsed);
  }
}
