package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.Key;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The order in which differences are listed: whole numbers by size, everything else as text. */
final class KeyOrder {

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,40}");

  private static final Comparator<String> VALUES = KeyOrder::values;

  /** Of keys of one table. */
  static final Comparator<Key> KEYS = KeyOrder::compare;

  private KeyOrder() {}

  private static int compare(Key left, Key right) {
    for (int i = 0; i < Math.min(left.values().size(), right.values().size()); i++) {
      int order = VALUES.compare(left.values().get(i), right.values().get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.values().size(), right.values().size());
  }

  private static int values(String left, String right) {
    boolean leftWhole = WHOLE.matcher(left).matches();
    boolean rightWhole = WHOLE.matcher(right).matches();
    if (leftWhole && rightWhole) {
      return new BigInteger(left).compareTo(new BigInteger(right));
    }
    // Numbers before text, so that mixed keys have one order, too.
    return leftWhole == rightWhole ? left.compareTo(right) : Boolean.compare(rightWhole, leftWhole);
  }

  static List<Key> sorted(Collection<Key> keys) {
    return keys.stream().sorted(KEYS).toList();
  }
}
