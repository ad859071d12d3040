package io.liftlock.engine.transfer.compare;

import io.liftlock.core.report.RowDifference;
import io.liftlock.core.report.RowDifference.Kind;
import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TablePair;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Finds the rows of a table with a key that differ: first the buckets of keys that do, then in
 * these the keys, then of their rows the columns. Keys of a limited number of rows are in memory at
 * a time.
 */
final class KeyedSearch {

  /** How many rows' keys are in memory at a time. */
  private static final int MOST_ROWS = 50_000;

  private static final int BUCKET_ROWS = 2_000;
  private static final int MOST_BUCKETS = 1 << 14;

  /** Rows that are read value by value in one query. */
  private static final int DETAILED = 50;

  private final HashedRows hashes;
  private final Crew a;
  private final Crew b;
  private final TablePair pair;
  private final List<ColumnPair> columns;

  KeyedSearch(HashedRows hashes, Crew a, Crew b, TablePair pair) {
    this.hashes = hashes;
    this.a = a;
    this.b = b;
    this.pair = pair;
    this.columns = Hashing.keyFirst(pair);
  }

  /** Into how many buckets so many rows are put. */
  static int buckets(long rows) {
    return (int) Math.max(1, Math.min(MOST_BUCKETS, rows / BUCKET_ROWS));
  }

  /**
   * Looks for them.
   *
   * @param rows how many rows the larger side has
   * @param taker of the keys that differ, part by part
   */
  void search(long rows, PartTaker taker) {
    int buckets = buckets(rows);
    Map<Integer, Digest> ofA = hashes.buckets(a, pair, buckets);
    Map<Integer, Digest> ofB = hashes.buckets(b, pair, buckets);
    for (List<Integer> part : DifferingBuckets.parts(ofA, ofB, MOST_ROWS)) {
      if (!taker.take(divergence(buckets, part))) {
        return;
      }
    }
  }

  private Divergence divergence(int buckets, Collection<Integer> wanted) {
    Divergence divergence = new Divergence();
    Range all = new Range.All();
    hashes.each(a, pair, all, buckets, wanted, divergence::ofA);
    hashes.each(b, pair, all, buckets, wanted, divergence::ofB);
    return divergence;
  }

  /** Takes what differs. */
  interface PartTaker {
    /**
     * What differs in one part of the table.
     *
     * @return whether the next part is wanted
     */
    boolean take(Divergence part);
  }

  /** Lists what differs by key and column. */
  void list(Divergence part, Found found) {
    for (Key key : part.missing()) {
      found.add(new RowDifference(key, Kind.MISSING, null, null, null, 1));
    }
    for (Key key : part.extra()) {
      found.add(new RowDifference(key, Kind.EXTRA, null, null, null, 1));
    }
    List<Key> changed = part.changed();
    for (int at = 0; at < changed.size() && !found.isFull(); at += DETAILED) {
      values(changed.subList(at, Math.min(changed.size(), at + DETAILED)), found);
    }
  }

  private void values(List<Key> keys, Found found) {
    Map<Key, List<Field>> ofA = RowTexts.read(a, pair, keys);
    Map<Key, List<Field>> ofB = RowTexts.read(b, pair, keys);
    for (Key key : KeyOrder.sorted(ofA.keySet())) {
      List<Field> other = ofB.get(key);
      if (other != null) {
        compare(key, ofA.get(key), other, found);
      }
    }
  }

  private void compare(Key key, List<Field> row, List<Field> other, Found found) {
    for (int i = 0; i < row.size(); i++) {
      Field valueA = row.get(i);
      Field valueB = other.get(i);
      if (!valueA.isSame(valueB)) {
        boolean kinds = valueA.value().form() != valueB.value().form();
        found.add(
            new RowDifference(
                key,
                Kind.VALUE,
                columns.get(i).source(),
                valueA.shown(kinds),
                valueB.shown(kinds),
                1));
      }
    }
  }
}
