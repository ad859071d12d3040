package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TablePair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds the rows of a table without a key that differ: as a bag, in which a row may be more than
 * once. The hashes of a limited number of rows are in memory at a time.
 */
final class BagSearch {

  private static final int MOST_ROWS = 100_000;
  private static final Range ALL = new Range.All();

  private final Hashing hashing;
  private final Crew a;
  private final Crew b;
  private final TablePair pair;

  /**
   * @param hashing by tuples, since only they bring the values of a row together with its hash
   */
  BagSearch(Hashing hashing, Crew a, Crew b, TablePair pair) {
    this.hashing = hashing;
    this.a = a;
    this.b = b;
    this.pair = pair;
  }

  /**
   * Looks for them.
   *
   * @param rows how many rows the larger side has
   * @param taker of rows that one side has more of; says whether more are wanted
   */
  void search(long rows, Predicate<Surplus> taker) {
    TupleHashes hashes = new TupleHashes(hashing);
    int buckets = KeyedSearch.buckets(rows);
    Map<Integer, Digest> ofA = hashes.buckets(a, pair, buckets);
    Map<Integer, Digest> ofB = hashes.buckets(b, pair, buckets);
    for (List<Integer> part : DifferingBuckets.parts(ofA, ofB, MOST_ROWS)) {
      Map<Long, Long> surplus = new HashMap<>();
      hashes.each(a, pair, ALL, buckets, part, (key, hash) -> surplus.merge(hash, 1L, Long::sum));
      hashes.each(b, pair, ALL, buckets, part, (key, hash) -> surplus.merge(hash, -1L, Long::sum));
      surplus.values().removeIf(copies -> copies == 0);
      if (!name(a, surplus, taker) || !name(b, surplus, taker)) {
        return;
      }
    }
  }

  /** Reads the rows that this side has more of. */
  private boolean name(Crew crew, Map<Long, Long> surplus, Predicate<Surplus> taker) {
    boolean first = crew.side() == Side.A;
    Map<Long, Long> wanted = new HashMap<>();
    surplus.forEach(
        (hash, copies) -> {
          if (copies > 0 == first) {
            wanted.put(hash, Math.abs(copies));
          }
        });
    if (wanted.isEmpty()) {
      return true;
    }
    boolean[] go = {true};
    RowCollector collector =
        new RowCollector(pair, hashing.seeds().get(0), crew.pace()) {
          @Override
          void row(List<Field> fields, long hash) {
            Long copies = go[0] ? wanted.remove(hash) : null;
            if (copies != null) {
              go[0] = taker.test(new Surplus(crew.side(), fields, copies));
            }
          }
        };
    crew.ask(
        reader ->
            reader.read(Hashing.read(pair, crew.side(), ALL), SameMoments.before(collector, pair)));
    return go[0];
  }

  /**
   * A row that one side has more often.
   *
   * @param side which
   * @param row its values
   * @param copies how many more
   */
  record Surplus(Side side, List<Field> row, long copies) {}
}
