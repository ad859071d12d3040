package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.Key;
import java.util.List;

/**
 * Rows that differ, by their keys.
 *
 * @param missing in A and not in B
 * @param extra in B and not in A
 * @param changed in both
 */
record Suspects(List<Key> missing, List<Key> extra, List<Key> changed) {

  /** Copies the lists. */
  Suspects {
    missing = List.copyOf(missing);
    extra = List.copyOf(extra);
    changed = List.copyOf(changed);
  }

  /** How many rows. */
  int size() {
    return missing.size() + extra.size() + changed.size();
  }
}
