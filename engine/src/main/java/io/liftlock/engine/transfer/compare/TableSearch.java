package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.TablePair;

/** Finds the rows of a table that differ. */
final class TableSearch {

  private final Look look;
  private final TablePair pair;
  private final HashedRows rows;

  TableSearch(Look look, TablePair pair) {
    this.look = look;
    this.pair = pair;
    this.rows = HashedRows.of(pair, look.hashing());
  }

  /** By the table's key. */
  KeyedSearch byKey() {
    return new KeyedSearch(rows, look.a(), look.b(), pair);
  }

  /** By whole rows. */
  BagSearch asBag() {
    return new BagSearch(rows, look.a(), look.b());
  }

  /**
   * Lists as many as are wanted.
   *
   * @param count how many rows the larger side has
   */
  void search(long count, Found found) {
    if (pair.key().isEmpty()) {
      BagSearch search = asBag();
      search.search(
          count,
          surplus -> {
            search.list(surplus, found);
            return !found.isFull();
          });
    } else {
      KeyedSearch search = byKey();
      search.search(
          count,
          suspects -> {
            search.list(suspects, found);
            return !found.isFull();
          });
    }
  }
}
