package io.liftlock.cli;

/** Lengths of time as progress shows them. */
final class Clocks {

  private Clocks() {}

  /** {@code 0:09}, {@code 12:40}, {@code 3:05:00}. */
  static String text(long ms) {
    long seconds = ms / 1000;
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** {@code 0.02 s}, {@code 12.3 s}, and as a clock from ten minutes on. */
  static String seconds(long ms) {
    return ms < 10_000
        ? "%.2f s".formatted(ms / 1000.0)
        : ms < 600_000 ? "%.1f s".formatted(ms / 1000.0) : text(ms);
  }
}
