package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TableFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a table into parts that several readers can hash at once. Each side is cut along its own
 * pages, since a sum does not care which rows were added up together; so no index is needed, and
 * every page is read once and in order.
 */
final class Pieces {

  /** As much as one statement reads: some tenths of a second. */
  private static final long BYTES = 64L << 20;

  private Pieces() {}

  /**
   * A part of a table.
   *
   * @param range its rows
   * @param bytes about how much it holds
   */
  record Piece(Range range, long bytes) {}

  /**
   * The parts, which together are the table.
   *
   * @param byTuples whether rows are read out, by one reader for each table
   */
  static List<Piece> of(TableFacts facts, boolean byTuples, Pace pace) {
    long count = Math.min(facts.pages(), facts.bytes() / pace.piece(BYTES) + 1);
    if (byTuples || count <= 1) {
      return List.of(new Piece(new Range.All(), facts.bytes()));
    }
    List<Piece> pieces = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      long from = facts.pages() * i / count;
      // The last one is open, since the table may have grown since its pages were counted.
      Long to = i + 1 < count ? Long.valueOf(facts.pages() * (i + 1) / count) : null;
      pieces.add(new Piece(new Range.Pages(from, to), facts.bytes() / count));
    }
    return pieces;
  }
}
