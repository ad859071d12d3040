package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.TableReader.HashedRow;
import io.liftlock.core.database.TableReader.TextRow;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.FieldValue;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TablePair;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Where the hashes of one pair's rows come from. Ranges are said in the side's own names. */
interface HashedRows {

  /** Where they come from for a pair of tables. */
  static HashedRows of(TablePair pair, Hashing hashing) {
    return hashing.isByTuples() ? new TupleHashes(pair, hashing) : new ServerHashes(pair, hashing);
  }

  /**
   * Counts and hashes rows.
   *
   * @param bytes about how much that is
   * @return one digest for each seed
   */
  List<Digest> digest(Crew crew, Range range, long bytes);

  /** Rows by the bucket that their key falls into, or the whole row where there is no key. */
  Map<Integer, Digest> buckets(Crew crew, Range range, int buckets);

  /** The key and the hash of each row. */
  void each(Crew crew, Part part, HashedRow row);

  /**
   * Rows as text, value by value, those of the key first.
   *
   * @param hashes only rows with these hashes; empty: all
   * @param longest how many characters of a value are wanted
   * @param unreadable takes rows whose values do not fit the forms, whatever their hashes
   */
  void texts(
      Crew crew,
      Part part,
      Set<Long> hashes,
      int longest,
      TextRow row,
      Consumer<Misfit> unreadable);

  /**
   * Rows value by value, those of the key first, as statements need them.
   *
   * @param hashes only rows with these hashes; empty: all
   */
  void values(Crew crew, Part part, Set<Long> hashes, ValueRow row);

  /** Takes a row. */
  interface ValueRow {
    /** One row. */
    void row(long hash, List<FieldValue> values);
  }

  /**
   * Some of a table's rows.
   *
   * @param range where they lie
   * @param buckets into how many buckets they fall
   * @param wanted only those in these buckets; empty: all
   */
  record Part(Range range, int buckets, Collection<Integer> wanted) {

    /** The rows of a range. */
    static Part of(Range range) {
      return new Part(range, 1, List.of());
    }
  }
}
