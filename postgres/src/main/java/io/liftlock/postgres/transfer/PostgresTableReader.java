package io.liftlock.postgres.transfer;

import io.liftlock.core.database.RowSink;
import io.liftlock.core.database.RowSql;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ColumnCensus;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.DigestQuery;
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

/** One connection that reads at the instant of a {@link PostgresReadPoint}. */
final class PostgresTableReader implements TableReader {

  private final SourceTables tables;
  private final TableSizes sizes;
  private final KeyCuts cuts;
  private final RowsOut rows;
  private final RowHashing hashing;
  private final SequencePositions sequences;
  private final Runnable afterwards;

  /**
   * @param afterwards what is done when nobody reads any more
   */
  PostgresTableReader(ReadTransaction transaction, Runnable afterwards) {
    this.tables = new SourceTables(transaction);
    this.sizes = new TableSizes(transaction);
    this.cuts = new KeyCuts(transaction, tables);
    this.rows = new RowsOut(transaction, tables);
    this.hashing = new RowHashing(transaction, tables);
    this.sequences = new SequencePositions(transaction);
    this.afterwards = afterwards;
  }

  @Override
  public List<TableFacts> facts(Collection<ObjectId> wanted) {
    return sizes.of(wanted);
  }

  @Override
  public List<Key> cuts(ObjectId table, List<String> key, int parts) {
    return cuts.of(table, key, parts);
  }

  @Override
  public Tally read(RowQuery query, RowSink sink) {
    return rows.read(query, sink);
  }

  @Override
  public List<HashKind> hashes() {
    return hashing.kinds();
  }

  @Override
  public String probe(HashKind kind) {
    return hashing.probe(kind);
  }

  @Override
  public Map<Integer, Digest> digest(DigestQuery query) {
    return hashing.digest(query);
  }

  @Override
  public void hashes(
      DigestQuery query, List<String> key, Collection<Integer> buckets, HashedRow each) {
    hashing.hashes(query, key, buckets, each);
  }

  @Override
  public void texts(
      DigestQuery query,
      Collection<Integer> buckets,
      Collection<Long> hashes,
      int longest,
      TextRow each) {
    hashing.texts(query, buckets, hashes, longest, each);
  }

  @Override
  public RowSql sql(ObjectId table) {
    return new PostgresRowSql(table, tables.table(table).partitioned());
  }

  @Override
  public List<SequencePosition> sequences() {
    return sequences.read();
  }

  @Override
  public Optional<List<ColumnCensus>> census(ObjectId table) {
    return Optional.empty();
  }

  @Override
  public void close() {
    afterwards.run();
  }
}
