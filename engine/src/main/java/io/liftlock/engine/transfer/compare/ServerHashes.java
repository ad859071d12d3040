package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.TableReader.HashedRow;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.DigestQuery;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TablePair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Hashes that the servers compute where the rows lie. */
final class ServerHashes implements HashedRows {

  private static final Range ALL = new Range.All();

  private final Hashing hashing;

  ServerHashes(Hashing hashing) {
    this.hashing = hashing;
  }

  @Override
  public List<Digest> digest(Crew crew, TablePair pair, Range range, long bytes) {
    List<Digest> digests = new ArrayList<>();
    for (long seed : hashing.seeds()) {
      crew.pace().await(bytes);
      DigestQuery query = hashing.query(pair, crew.side(), range, seed, 1);
      digests.add(crew.ask(reader -> reader.digest(query)).getOrDefault(0, Digest.NONE));
    }
    return digests;
  }

  @Override
  public Map<Integer, Digest> buckets(Crew crew, TablePair pair, int buckets) {
    DigestQuery query = hashing.query(pair, crew.side(), ALL, firstSeed(), buckets);
    return crew.ask(reader -> reader.digest(query));
  }

  @Override
  public void each(
      Crew crew,
      TablePair pair,
      Range range,
      int buckets,
      Collection<Integer> wanted,
      HashedRow row) {
    DigestQuery query = hashing.query(pair, crew.side(), range, firstSeed(), buckets);
    crew.ask(
        reader -> {
          reader.hashes(query, crew.side().key(pair), wanted, row);
          return true;
        });
  }

  private long firstSeed() {
    return hashing.seeds().get(0);
  }
}
