package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.engine.transfer.compare.HashedRows.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at some ranges of a table's keys, chosen at random, the same ones on both sides. */
final class Sample {

  private static final int RANGE_ROWS = 10_000;
  private static final int MOST_RANGES = 10_000;

  private final Look look;
  private final TablePair pair;
  private final HashedRows rows;

  Sample(Look look, TablePair pair) {
    this.look = look;
    this.pair = pair;
    this.rows = HashedRows.of(pair, look.hashing());
  }

  /**
   * Lists what differs in them.
   *
   * @param count about how many rows the table has; -1 where nobody knows
   */
  void search(long count, Found found) {
    KeyedSearch search = new TableSearch(look, pair).byKey();
    for (Range range : some(ranges(count))) {
      Range other = Side.B.range(pair, range);
      if (rows.digest(look.a(), range, 0).equals(rows.digest(look.b(), other, 0))) {
        continue;
      }
      search.list(search.suspects(Part.of(range), Part.of(other)), found);
      if (found.isFull()) {
        return;
      }
    }
  }

  /** All ranges, the first and the last open, so that no key lies outside of them. */
  private List<Range> ranges(long count) {
    double wanted = Math.max(1 / look.options().sample(), (double) count / RANGE_ROWS);
    int parts = (int) Math.min(MOST_RANGES, Math.ceil(wanted));
    List<@Nullable Key> ends = new ArrayList<>();
    ends.add(null);
    ends.addAll(look.a().ask(reader -> reader.cuts(pair.source(), pair.key(), parts)));
    ends.add(null);
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i + 1 < ends.size(); i++) {
      ranges.add(new Range.Keys(pair.key(), ends.get(i), ends.get(i + 1)));
    }
    return ranges;
  }

  private List<Range> some(List<Range> ranges) {
    List<Range> chosen = new ArrayList<>();
    long open = Math.max(1, Math.round(ranges.size() * look.options().sample()));
    for (int i = 0; i < ranges.size(); i++) {
      // Each one with the share of those that are still to be chosen.
      if (look.timing().random().nextInt(ranges.size() - i) < open) {
        chosen.add(ranges.get(i));
        open--;
      }
    }
    return chosen;
  }
}
