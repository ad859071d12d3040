package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.TableReader.TextRow;
import io.liftlock.core.report.RowDifference;
import io.liftlock.core.report.RowDifference.Kind;
import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.FieldText;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TablePair;
import io.liftlock.engine.transfer.compare.HashedRows.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a table with a key that differ: first the buckets of keys that do, then in
 * these the keys, then of their rows the columns. Keys of a limited number of rows are in memory at
 * a time.
 */
final class KeyedSearch {

  /** How many rows' keys are in memory at a time. */
  static final int MOST_ROWS = 50_000;

  /** How often a whole table is read for its keys. */
  private static final int MOST_SCANS = 2;

  private static final int BUCKET_ROWS = 2_000;
  private static final int MOST_BUCKETS = 1 << 14;

  /** Rows that are read value by value in one query. */
  private static final int DETAILED = 50;

  private final HashedRows rows;
  private final Crew a;
  private final Crew b;
  private final TablePair pair;
  private final List<ColumnPair> columns;

  KeyedSearch(HashedRows rows, Crew a, Crew b, TablePair pair) {
    this.rows = rows;
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
   * @param count how many rows the larger side has
   * @param taker of the keys that differ, part by part; says whether more are wanted
   */
  void search(long count, Predicate<Suspects> taker) {
    Range all = new Range.All();
    int buckets = buckets(count);
    Map<Integer, Digest> ofA = rows.buckets(a, all, buckets);
    Map<Integer, Digest> ofB = rows.buckets(b, all, buckets);
    List<List<Integer>> parts = DifferingBuckets.parts(ofA, ofB, MOST_ROWS);
    if (parts.size() <= MOST_SCANS) {
      search(all, buckets, parts, taker);
      return;
    }
    // Each part would be a look at the whole table; ranges of keys are found by an index.
    for (Range range : ranges(total(ofA) < total(ofB) ? b : a, count)) {
      int few = buckets(MOST_ROWS);
      List<List<Integer>> some =
          DifferingBuckets.parts(
              rows.buckets(a, Side.A.range(pair, range), few),
              rows.buckets(b, Side.B.range(pair, range), few),
              MOST_ROWS);
      if (!search(range, few, some, taker)) {
        return;
      }
    }
  }

  private static long total(Map<Integer, Digest> digests) {
    return digests.values().stream().mapToLong(Digest::rows).sum();
  }

  /** In A's names; the first and the last are open, so that no key lies outside of them. */
  private List<Range> ranges(Crew larger, long count) {
    int wanted = (int) Math.min(Integer.MAX_VALUE, count / MOST_ROWS + 1);
    List<@Nullable Key> ends = new ArrayList<>();
    ends.add(null);
    ends.addAll(
        larger.ask(
            reader -> reader.cuts(larger.side().table(pair), larger.side().key(pair), wanted)));
    ends.add(null);
    List<Range> ranges = new ArrayList<>();
    for (int i = 0; i + 1 < ends.size(); i++) {
      ranges.add(new Range.Keys(pair.key(), ends.get(i), ends.get(i + 1)));
    }
    return ranges;
  }

  private boolean search(
      Range range, int buckets, List<List<Integer>> parts, Predicate<Suspects> taker) {
    for (List<Integer> wanted : parts) {
      Part ofA = new Part(Side.A.range(pair, range), buckets, wanted);
      Part ofB = new Part(Side.B.range(pair, range), buckets, wanted);
      if (!taker.test(suspects(ofA, ofB))) {
        return false;
      }
    }
    return true;
  }

  /** The keys that differ among some rows. */
  Suspects suspects(Part ofA, Part ofB) {
    Divergence divergence = new Divergence();
    rows.each(a, ofA, divergence::ofA);
    rows.each(b, ofB, divergence::ofB);
    return divergence.suspects();
  }

  /** The keys of these that differ still. */
  Suspects again(List<Key> keys) {
    return suspects(part(Side.A, keys), part(Side.B, keys));
  }

  private Part part(Side side, List<Key> keys) {
    return Part.of(side.range(pair, new Range.OneOf(pair.key(), keys)));
  }

  /** Lists what differs by key and column. */
  void list(Suspects suspects, Found found) {
    for (Key key : suspects.missing()) {
      found.add(new RowDifference(key, Kind.MISSING, null, null, null, 1));
    }
    for (Key key : suspects.extra()) {
      found.add(new RowDifference(key, Kind.EXTRA, null, null, null, 1));
    }
    List<Key> changed = suspects.changed();
    for (int at = 0; at < changed.size() && !found.isFull(); at += DETAILED) {
      values(changed.subList(at, Math.min(changed.size(), at + DETAILED)), found);
    }
  }

  private void values(List<Key> keys, Found found) {
    List<Misfit> inA = new ArrayList<>();
    List<Misfit> inB = new ArrayList<>();
    Map<Key, List<FieldText>> ofA = texts(a, keys, inA);
    Map<Key, List<FieldText>> ofB = texts(b, keys, inB);
    inA.forEach(misfit -> found.add(unreadable(Side.A, misfit, ofB)));
    inB.forEach(misfit -> found.add(unreadable(Side.B, misfit, ofA)));
    for (Key key : KeyOrder.sorted(ofA.keySet())) {
      List<FieldText> one = ofA.get(key);
      List<FieldText> other = ofB.get(key);
      if (one != null && other != null) {
        compare(key, one, other, found);
      }
    }
  }

  /** Under their keys as they are among the values, since those are written alike on both sides. */
  private Map<Key, List<FieldText>> texts(Crew crew, List<Key> keys, List<Misfit> unreadable) {
    Map<Key, List<FieldText>> texts = new HashMap<>();
    int size = pair.key().size();
    TextRow row =
        (hash, values) ->
            texts.put(
                new Key(values.subList(0, size).stream().map(KeyedSearch::keyText).toList()),
                values);
    rows.texts(crew, part(crew.side(), keys), Set.of(), Found.LONGEST, row, unreadable::add);
    return texts;
  }

  /** What does not fit is said instead of the value. */
  private RowDifference unreadable(Side side, Misfit misfit, Map<Key, List<FieldText>> others) {
    Key key = TupleKey.of(pair).key(misfit);
    List<FieldText> other = others.get(key);
    int index = 0;
    while (!side.column(columns.get(index)).equals(misfit.column())) {
      index++;
    }
    String value = other == null ? null : Found.shown(other.get(index), false);
    return new RowDifference(
        key,
        Kind.VALUE,
        columns.get(index).source(),
        side == Side.A ? misfit.because() : value,
        side == Side.A ? value : misfit.because(),
        1);
  }

  private static String keyText(FieldText field) {
    String text = field.text();
    return text == null ? "" : text;
  }

  private void compare(Key key, List<FieldText> row, List<FieldText> other, Found found) {
    for (int i = 0; i < row.size(); i++) {
      FieldText valueA = row.get(i);
      FieldText valueB = other.get(i);
      if (!valueA.isSame(valueB)) {
        boolean kinds = !valueA.kind().equals(valueB.kind());
        found.add(
            new RowDifference(
                key,
                Kind.VALUE,
                columns.get(i).source(),
                Found.shown(valueA, kinds),
                Found.shown(valueB, kinds),
                1));
      }
    }
  }
}
