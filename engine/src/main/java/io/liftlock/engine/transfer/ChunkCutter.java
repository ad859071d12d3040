package io.liftlock.engine.transfer;

import io.liftlock.core.database.TableReader;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.transfer.Chunk;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.TablePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts tables into chunks: by ranges of keys where there is a key, since those can be copied again
 * alone; by pages where there is none and the table is large; else not at all.
 */
final class ChunkCutter {

  private static final long MEGABYTE = 1 << 20;
  private static final long TINY = 8 * MEGABYTE;
  private static final long LEAST = 64 * MEGABYTE;
  private static final long MOST = 256 * MEGABYTE;

  /** How many chunks each worker should get of everything, so that none ends long after others. */
  private static final int EACH = 8;

  /**
   * How much of the rows must lie in the order of the key, so that reading by key is no disorder.
   */
  private static final double ORDERLY = 0.3;

  /** How many times a table may be larger than the source's buffers before disorder hurts. */
  private static final int LARGER = 4;

  /** Into how many parts a table is cut at most by a key whose index cannot serve. */
  private static final int PARTS_WITHOUT_INDEX = 4;

  /** Ranges of these are ordered by bytes, and most indexes of them are not. */
  private static final Set<String> ORDERED_BY_LANGUAGE =
      Set.of("text", "character varying", "character");

  private final TableReader reader;
  private final long size;
  private final long memory;
  private final boolean pages;
  private final Notices notices;

  /**
   * @param size about how many bytes a chunk is to have
   * @param memory the source's buffers; 0 where unknown
   * @param pages whether pages may be used: what was copied by them can only be copied again whole
   */
  ChunkCutter(TableReader reader, long size, long memory, boolean pages, Notices notices) {
    this.reader = reader;
    this.size = size;
    this.memory = memory;
    this.pages = pages;
    this.notices = notices;
  }

  /**
   * How large a chunk should be.
   *
   * @param asked what a person wants; 0: chosen
   * @param total of all tables
   */
  static long size(long asked, boolean tiny, long total, int jobs) {
    if (asked > 0) {
      return asked;
    }
    return tiny ? TINY : Math.max(LEAST, Math.min(MOST, total / ((long) jobs * EACH)));
  }

  /** The chunks of one table, at least one. */
  List<Chunk> cut(TablePair pair, TableFacts facts) {
    long parts = Math.max(1, (facts.bytes() + size - 1) / size);
    List<Range> ranges =
        parts == 1 ? List.of(new Range.All()) : ranges(pair, facts, (int) Math.min(parts, 100_000));
    List<Chunk> chunks = new ArrayList<>();
    for (Range range : ranges) {
      chunks.add(new Chunk(pair.source(), chunks.size(), range, facts.bytes() / ranges.size()));
    }
    return chunks;
  }

  private List<Range> ranges(TablePair pair, TableFacts facts, int parts) {
    boolean byPages = pages && facts.pages() > 0;
    if (pair.key().isEmpty()) {
      return byPages ? pages(facts, parts) : List.of(new Range.All());
    }
    boolean disorder = facts.keyOrder() < ORDERLY && memory > 0 && facts.bytes() > LARGER * memory;
    if (byPages && (disorder || (isOrderedByLanguage(pair) && parts > PARTS_WITHOUT_INDEX))) {
      notices.add(
          ErrorCode.COPY_UNFINISHED,
          pair.source().qualified()
              + " is copied by pages, since reading it by its key would be slow: where the copy is"
              + " interrupted, and the table changed, it begins anew",
          null);
      return pages(facts, parts);
    }
    return keys(pair.key(), reader.cuts(pair.source(), pair.key(), parts));
  }

  private static boolean isOrderedByLanguage(TablePair pair) {
    String first = pair.key().get(0);
    return pair.columns().stream()
        .filter(column -> column.source().equals(first))
        .anyMatch(
            column -> ORDERED_BY_LANGUAGE.contains(column.sourceType().replaceAll("\\(.*", "")));
  }

  private static List<Range> keys(List<String> columns, List<Key> cuts) {
    List<Range> ranges = new ArrayList<>();
    @Nullable Key from = null;
    for (Key cut : cuts) {
      ranges.add(new Range.Keys(columns, from, cut));
      from = cut;
    }
    ranges.add(from == null ? new Range.All() : new Range.Keys(columns, from, null));
    return ranges;
  }

  /** The last one is open: the table may have grown since it was measured. */
  private static List<Range> pages(TableFacts facts, int parts) {
    long step = Math.max(1, (facts.pages() + parts - 1) / parts);
    List<Range> ranges = new ArrayList<>();
    long from = 0;
    for (; from + step < facts.pages(); from += step) {
      ranges.add(new Range.Pages(from, from + step));
    }
    ranges.add(new Range.Pages(from, null));
    return ranges;
  }
}
