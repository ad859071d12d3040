package io.liftlock.postgres.transfer;

import io.liftlock.core.database.TableReader.HashedRow;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.DigestQuery;
import io.liftlock.core.transfer.HashKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Hashes rows where they lie. */
final class RowHashing {

  private final ReadTransaction transaction;
  private final SourceTables tables;

  RowHashing(ReadTransaction transaction, SourceTables tables) {
    this.transaction = transaction;
    this.tables = tables;
  }

  List<HashKind> kinds() {
    return List.of();
  }

  String probe(HashKind kind) {
    throw new IllegalArgumentException("rows cannot be hashed by " + kind);
  }

  Map<Integer, Digest> digest(DigestQuery query) {
    throw new IllegalArgumentException("rows cannot be hashed by " + query.kind());
  }

  void hashes(DigestQuery query, List<String> key, Collection<Integer> buckets, HashedRow each) {
    throw new IllegalArgumentException("rows cannot be hashed by " + query.kind());
  }
}
