package io.liftlock.core.database;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ColumnCensus;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.DigestQuery;
import io.liftlock.core.transfer.FieldText;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.Tally;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One connection that reads at one instant. Not safe for use by several threads. Every method
 * throws {@link io.liftlock.core.error.DatabaseError}, with CONNECTION_LOST where the connection or
 * the instant is gone.
 */
public interface TableReader extends AutoCloseable {

  /** How large tables are, in the order asked for. */
  List<TableFacts> facts(Collection<ObjectId> tables);

  /**
   * Keys that cut a table into parts of about equal size, ascending; taken from its rows.
   *
   * @param key columns that are unique and never null
   * @param parts how many parts; at least 1
   * @return fewer than {@code parts} keys; none where one part is enough
   */
  List<Key> cuts(ObjectId table, List<String> key, int parts);

  /** Hands on the rows; no more than a few of them, or a slice of a large one, are in memory. */
  Tally read(RowQuery query, RowSink sink);

  /** The hashes that this database can compute itself, the cheapest first; may be empty. */
  List<HashKind> hashes();

  /** What literals of every type hash to; two databases hash alike where this is equal. */
  String probe(HashKind kind);

  /** Counts and hashes rows where they lie, by bucket from 0; empty buckets are left out. */
  Map<Integer, Digest> digest(DigestQuery query);

  /**
   * The key and the hash of each row, ordered by neither.
   *
   * @param key columns of the key; empty: hashes only
   * @param buckets only rows in these buckets; empty: all
   */
  void hashes(DigestQuery query, List<String> key, Collection<Integer> buckets, HashedRow each);

  /** Takes the key and hash of a row. */
  interface HashedRow {

    /** One row; the key is empty where none was asked for. */
    void row(Key key, long hash);
  }

  /**
   * Rows as text, value by value, in the order of the query's columns. Only asked of databases that
   * have hashes of their own.
   *
   * @param buckets only rows in these buckets; empty: all
   * @param hashes only rows with these hashes; empty: all
   * @param longest how much of a value's text is wanted, in characters
   */
  default void texts(
      DigestQuery query,
      Collection<Integer> buckets,
      Collection<Long> hashes,
      int longest,
      TextRow each) {
    throw new IllegalArgumentException("rows cannot be hashed by " + query.kind());
  }

  /** Takes a row as text. */
  interface TextRow {
    /** One row. */
    void row(long hash, List<FieldText> values);
  }

  /** Writes statements that change single rows of a table here. */
  RowSql sql(ObjectId table);

  /** Where the sequences stand that tables of these are filled by, and the free ones. */
  List<SequencePosition> sequences();

  /** What the columns really hold; empty where each value has its column's type. */
  Optional<List<ColumnCensus>> census(ObjectId table);

  @Override
  void close();
}
