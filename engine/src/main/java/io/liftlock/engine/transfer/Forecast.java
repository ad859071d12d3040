package io.liftlock.engine.transfer;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ByteSize;
import io.liftlock.core.transfer.Space;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.TablePair;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Whether the copy fits into the target's disk, and into the source's life. */
final class Forecast {

  /**
   * What one entry of an index takes: 8 bytes of tuple header, 4 of line pointer, a key of about
   * 16, and pages that are filled to nine tenths.
   */
  private static final long INDEX_ENTRY = 32;

  /** What a row takes at least, where nobody knows how many there are. */
  private static final long LEAST_ROW = 64;

  /** How much of the log stands on the disk at once; a small server keeps no more by default. */
  private static final long LOG = 256L << 20;

  /** For how long people keep an old database beside the new one. */
  private static final Duration FALLBACK = Duration.ofDays(14);

  /** What a small and a usual server yield in a second, where no limit says less. */
  private static final long SLOW = 2L << 20;

  private static final long USUAL = 20L << 20;

  private final CopyOptions options;

  Forecast(CopyOptions options) {
    this.options = options;
  }

  /** About how much the copy takes on the target's disk. */
  static Space space(
      Collection<TablePair> pairs,
      Map<ObjectId, TableFacts> facts,
      Collection<Suspension> obstacles) {
    Map<ObjectId, Long> rows = new HashMap<>();
    long heap = 0;
    for (TablePair pair : pairs) {
      TableFacts fact = facts.get(pair.source());
      if (fact != null) {
        heap += fact.bytes();
        rows.put(pair.target(), fact.rows() >= 0 ? fact.rows() : fact.bytes() / LEAST_ROW);
      }
    }
    long indexes =
        obstacles.stream()
            .filter(obstacle -> obstacle.kind() == Suspension.Kind.INDEX)
            .mapToLong(obstacle -> rows.getOrDefault(obstacle.table(), 0L) * INDEX_ENTRY)
            .sum();
    return new Space(heap, indexes, Math.min(LOG, heap + indexes));
  }

  /**
   * @throws StateError with SPACE_TOO_SMALL where rows, indexes and log do not fit
   */
  void fits(Space space) {
    if (options.targetBytes() > 0 && space.total() > options.targetBytes()) {
      throw new StateError(
          Problem.error(
                  ErrorCode.SPACE_TOO_SMALL,
                  "the copy would need about %s: %s for rows, %s for indexes and %s for the log; the target has %s"
                      .formatted(
                          ByteSize.text(space.total()),
                          ByteSize.text(space.rows()),
                          ByteSize.text(space.indexes()),
                          ByteSize.text(space.log()),
                          ByteSize.text(options.targetBytes())))
              .action(
                  "take a larger target, leave tables out with `--skip`, or correct"
                      + " `--target-size`"));
    }
  }

  /** Tells where the source is gone before the copy is done, or soon after. */
  void lasts(long bytes, boolean tiny, Instant now, Notices notices) {
    Instant expires = options.sourceExpires();
    if (expires == null) {
      return;
    }
    long rate = tiny ? SLOW : USUAL;
    if (options.maxBytesPerSecond() > 0) {
      rate = Math.min(rate, options.maxBytesPerSecond());
    }
    Instant done = now.plusSeconds(bytes / rate);
    if (expires.isBefore(done)) {
      notices.add(
          ErrorCode.SOURCE_EXPIRES,
          "the source expires at " + expires + ", and the copy may last until " + done,
          "have its life prolonged, or allow a higher `--max-rate`");
    } else if (expires.isBefore(done.plus(FALLBACK))) {
      notices.add(
          ErrorCode.SOURCE_EXPIRES,
          "the source expires at "
              + expires
              + ", which is within the two weeks in which one may want to go back to it",
          "have its life prolonged, or take a backup of it");
    }
  }
}
