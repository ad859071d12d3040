package io.liftlock.postgres.render;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Who may do what with an object, as the difference to what an object of its kind grants by itself.
 *
 * @param holds what is held of each right that is not as usual
 */
record Grants(SortedMap<Right, Hold> holds) {

  private static final String GRANTABLE = " WITH GRANT OPTION";

  /** What somebody has of a right. */
  enum Hold {
    /** Not even what is usual. */
    NOTHING,
    /** The right. */
    USE,
    /** The right, and that of passing it on. */
    PASS_ON
  }

  /**
   * What may be granted to somebody.
   *
   * @param grantee a role as SQL writes it, or {@code PUBLIC}
   * @param privilege {@code SELECT}
   */
  record Right(String grantee, String privilege) implements Comparable<Right> {

    private static final Comparator<Right> ORDER =
        Comparator.comparing(Right::grantee).thenComparing(Right::privilege);

    @Override
    public int compareTo(Right other) {
      return ORDER.compare(this, other);
    }
  }

  /** Makes it unmodifiable. */
  Grants {
    holds = Collections.unmodifiableSortedMap(new TreeMap<>(holds));
  }

  /** As the property says them: {@code +anon SELECT WITH GRANT OPTION}. */
  static Grants of(List<String> lines) {
    SortedMap<Right, Hold> holds = new TreeMap<>();
    for (String line : lines) {
      boolean passOn = line.endsWith(GRANTABLE);
      String plain = passOn ? line.substring(0, line.length() - GRANTABLE.length()) : line;
      int space = plain.lastIndexOf(' ');
      Right right = new Right(plain.substring(1, space), plain.substring(space + 1));
      Hold hold = passOn ? Hold.PASS_ON : Hold.USE;
      holds.put(right, plain.startsWith("+") ? hold : Hold.NOTHING);
    }
    return new Grants(holds);
  }

  /** What is held when both are said, as the server merges access lists. */
  Grants and(Grants more) {
    SortedMap<Right, Hold> all = new TreeMap<>(holds);
    more.holds.forEach(
        (right, hold) -> {
          Hold before = all.get(right);
          if (before == Hold.NOTHING) {
            // The usual grant, taken and given again.
            all.remove(right);
          } else if (before == null || hold.compareTo(before) > 0) {
            all.put(right, hold);
          }
        });
    return new Grants(all);
  }

  /** The same without the grants of some rights; what is taken stays taken. */
  Grants without(Predicate<Right> left) {
    SortedMap<Right, Hold> kept = new TreeMap<>(holds);
    kept.entrySet().removeIf(e -> e.getValue() == Hold.USE && left.test(e.getKey()));
    return new Grants(kept);
  }

  /**
   * What becomes of them when the object goes to another owner: what the old one lacks of an
   * owner's usual rights, the new one lacks; what was granted to the new one, it has anyway.
   */
  Grants handedOver(String owner, String newOwner) {
    if (owner.equals(newOwner)) {
      return this;
    }
    SortedMap<Right, Hold> all = new TreeMap<>();
    holds.forEach(
        (right, hold) -> {
          if (right.grantee().equals(owner)) {
            all.put(new Right(newOwner, right.privilege()), hold);
          } else if (!right.grantee().equals(newOwner)) {
            all.put(right, hold);
          }
        });
    holds.forEach(
        (right, hold) -> {
          if (right.grantee().equals(newOwner) && hold != Hold.NOTHING) {
            all.remove(right);
          }
        });
    return new Grants(all);
  }
}
