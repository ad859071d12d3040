package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The buckets of a table that differ, in parts that are small enough to be looked into. */
final class DifferingBuckets {

  private DifferingBuckets() {}

  /**
   * Puts them into parts.
   *
   * @param most how many rows of A a part may have, unless one bucket has more
   */
  static List<List<Integer>> parts(Map<Integer, Digest> a, Map<Integer, Digest> b, long most) {
    List<List<Integer>> parts = new ArrayList<>();
    List<Integer> part = new ArrayList<>();
    long rows = 0;
    TreeSet<Integer> numbers = new TreeSet<>(a.keySet());
    numbers.addAll(b.keySet());
    for (int number : numbers) {
      Digest one = a.getOrDefault(number, Digest.NONE);
      Digest other = b.getOrDefault(number, Digest.NONE);
      if (one.equals(other)) {
        continue;
      }
      long more = Math.max(one.rows(), other.rows());
      if (rows + more > most && !part.isEmpty()) {
        parts.add(List.copyOf(part));
        part.clear();
        rows = 0;
      }
      part.add(number);
      rows += more;
    }
    if (!part.isEmpty()) {
      parts.add(List.copyOf(part));
    }
    return parts;
  }
}
