package io.liftlock.engine.transfer.compare;

import io.liftlock.core.report.RowDifference;
import io.liftlock.core.transfer.FieldText;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.Range;
import io.liftlock.engine.transfer.compare.HashedRows.Part;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds the rows of a table without a key that differ: as a bag, in which a row may be more than
 * once. The hashes of a limited number of rows are in memory at a time.
 */
final class BagSearch {

  /** How many rows are read value by value in one query. */
  private static final int DETAILED = 1_000;

  private final HashedRows rows;
  private final Crew a;
  private final Crew b;
  private final Set<Misfit> told = new HashSet<>();

  BagSearch(HashedRows rows, Crew a, Crew b) {
    this.rows = rows;
    this.a = a;
    this.b = b;
  }

  /**
   * Rows that one side has more often, all in a few buckets.
   *
   * @param part the buckets
   * @param moreInA by their hash, how much more often A has them
   * @param moreInB likewise
   */
  record Surplus(Part part, Map<Long, Long> moreInA, Map<Long, Long> moreInB) {

    /** Of a side. */
    Map<Long, Long> of(Side side) {
      return side == Side.A ? moreInA : moreInB;
    }
  }

  /**
   * Looks for them.
   *
   * @param count how many rows the larger side has
   * @param taker says whether more are wanted
   */
  void search(long count, Predicate<Surplus> taker) {
    int buckets = KeyedSearch.buckets(count);
    Range all = new Range.All();
    for (List<Integer> wanted :
        DifferingBuckets.parts(
            rows.buckets(a, all, buckets), rows.buckets(b, all, buckets), KeyedSearch.MOST_ROWS)) {
      Part part = new Part(all, buckets, wanted);
      Map<Long, Long> balance = new HashMap<>();
      rows.each(a, part, (key, hash) -> balance.merge(hash, 1L, Long::sum));
      rows.each(b, part, (key, hash) -> balance.merge(hash, -1L, Long::sum));
      Map<Long, Long> moreInA = new TreeMap<>();
      Map<Long, Long> moreInB = new TreeMap<>();
      balance.forEach(
          (hash, copies) -> {
            if (copies != 0) {
              (copies > 0 ? moreInA : moreInB).put(hash, Math.abs(copies));
            }
          });
      if (!taker.test(new Surplus(part, moreInA, moreInB))) {
        return;
      }
    }
  }

  /** Lists what differs, each row with all its values. */
  void list(Surplus surplus, Found found) {
    list(a, surplus, found);
    list(b, surplus, found);
  }

  private void list(Crew crew, Surplus surplus, Found found) {
    Map<Long, Long> open = new HashMap<>(surplus.of(crew.side()));
    Set<Long> wanted =
        surplus.of(crew.side()).keySet().stream().limit(DETAILED).collect(Collectors.toSet());
    if (wanted.isEmpty()) {
      return;
    }
    rows.texts(
        crew,
        surplus.part(),
        wanted,
        Found.LONGEST,
        (hash, values) -> {
          Long copies = open.remove(hash);
          if (copies != null) {
            found.add(difference(crew.side(), values, copies));
          }
        },
        misfit -> {
          if (told.add(misfit)) {
            found.add(unreadable(crew.side(), misfit));
          }
        });
    if (open.size() > told.size()) {
      found.addUnknown();
    }
  }

  private static RowDifference unreadable(Side side, Misfit misfit) {
    String said =
        misfit.number().map(rowid -> "rowid " + rowid + ": ").orElse("") + misfit.because();
    boolean ofA = side == Side.A;
    return new RowDifference(
        new Key(List.of()),
        ofA ? RowDifference.Kind.MISSING : RowDifference.Kind.EXTRA,
        misfit.column(),
        ofA ? said : null,
        ofA ? null : said,
        1);
  }

  private static RowDifference difference(Side side, List<FieldText> values, long copies) {
    String row =
        values.stream()
            .map(value -> value.text() == null ? "NULL" : Found.shown(value, true))
            .collect(Collectors.joining(", ", "(", ")"));
    boolean ofA = side == Side.A;
    return new RowDifference(
        new Key(List.of()),
        ofA ? RowDifference.Kind.MISSING : RowDifference.Kind.EXTRA,
        null,
        ofA ? row : null,
        ofA ? null : row,
        copies);
  }
}
