package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.TableReader.HashedRow;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TablePair;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where the hashes of a table's rows come from. */
interface HashedRows {

  /**
   * Counts and hashes rows.
   *
   * @param range in the side's own names
   * @param bytes about how much that is
   * @return one digest for each seed
   */
  List<Digest> digest(Crew crew, TablePair pair, Range range, long bytes);

  /** All rows by the bucket that their key falls into, or the whole row where there is no key. */
  Map<Integer, Digest> buckets(Crew crew, TablePair pair, int buckets);

  /**
   * The key and the hash of each row.
   *
   * @param range in the side's own names
   * @param buckets into how many buckets they fall
   * @param wanted only those in these buckets; empty: all
   */
  void each(
      Crew crew,
      TablePair pair,
      Range range,
      int buckets,
      Collection<Integer> wanted,
      HashedRow row);
}
