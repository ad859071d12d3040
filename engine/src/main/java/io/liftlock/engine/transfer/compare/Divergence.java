package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.Key;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys in one part of a table whose rows are not equal. Holds the keys of this part only. */
final class Divergence {

  private static final Key NO_KEY = new Key(List.of());

  private final Map<Key, Long> open = new HashMap<>();
  private final List<Key> twice = new ArrayList<>();

  /** Rows whose key holds NULL, where a database lets it: how much more often A has them. */
  private final Map<Long, Integer> keyless = new HashMap<>();

  private final List<Key> changed = new ArrayList<>();
  private final List<Key> extra = new ArrayList<>();

  /** A row of A. All of them come before the first of B. */
  void ofA(Key key, long hash) {
    if (key.values().isEmpty()) {
      keyless.merge(hash, 1, Integer::sum);
      return;
    }
    if (open.putIfAbsent(key, hash) != null) {
      // What should be unique is not; the second one has no partner.
      twice.add(key);
    }
  }

  /** A row of B. */
  void ofB(Key key, long hash) {
    if (key.values().isEmpty()) {
      keyless.merge(hash, -1, Integer::sum);
      return;
    }
    Long other = open.remove(key);
    if (other == null) {
      extra.add(key);
    } else if (other != hash) {
      changed.add(key);
    }
  }

  /** What is left over, in order. */
  Suspects suspects() {
    List<Key> missing = new ArrayList<>(open.keySet());
    missing.addAll(twice);
    for (int more : keyless.values()) {
      (more > 0 ? missing : extra).addAll(Collections.nCopies(Math.abs(more), NO_KEY));
    }
    return new Suspects(KeyOrder.sorted(missing), KeyOrder.sorted(extra), KeyOrder.sorted(changed));
  }
}
