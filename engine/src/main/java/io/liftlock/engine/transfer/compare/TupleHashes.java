package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.TableReader.HashedRow;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.DigestSum;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TablePair;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Hashes that liftlock computes itself, from rows in forms that both databases can give. */
final class TupleHashes implements HashedRows {

  private static final Range ALL = new Range.All();

  private final Hashing hashing;

  TupleHashes(Hashing hashing) {
    this.hashing = hashing;
  }

  @Override
  public List<Digest> digest(Crew crew, TablePair pair, Range range, long bytes) {
    DigestSum[] sums = Stream.generate(DigestSum::new).limit(seeds()).toArray(DigestSum[]::new);
    read(
        crew,
        pair,
        range,
        new TupleHasher(hashing.seeds(), TupleKey.NONE, crew.pace()) {
          @Override
          void row(long[] hashes) {
            for (int i = 0; i < sums.length; i++) {
              sums[i].add(hashes[i]);
            }
          }
        });
    return Arrays.stream(sums).map(DigestSum::digest).toList();
  }

  private int seeds() {
    return hashing.seeds().size();
  }

  @Override
  public Map<Integer, Digest> buckets(Crew crew, TablePair pair, int buckets) {
    Map<Integer, DigestSum> sums = new HashMap<>();
    TupleKey key = TupleKey.of(pair);
    read(
        crew,
        pair,
        ALL,
        new TupleHasher(hashing.seeds(), key, crew.pace()) {
          @Override
          void row(long[] hashes) {
            int bucket = bucket(key.isNone() ? hashes[0] : key.hash(), buckets);
            sums.computeIfAbsent(bucket, number -> new DigestSum()).add(hashes[0]);
          }
        });
    Map<Integer, Digest> digests = new HashMap<>();
    sums.forEach((bucket, sum) -> digests.put(bucket, sum.digest()));
    return digests;
  }

  private static int bucket(long hash, int buckets) {
    return (int) Long.remainderUnsigned(hash, buckets);
  }

  @Override
  public void each(
      Crew crew,
      TablePair pair,
      Range range,
      int buckets,
      Collection<Integer> wanted,
      HashedRow row) {
    TupleKey key = TupleKey.of(pair);
    Set<Integer> some = new HashSet<>(wanted);
    read(
        crew,
        pair,
        range,
        new TupleHasher(hashing.seeds(), key, crew.pace()) {
          @Override
          void row(long[] hashes) {
            long decides = key.isNone() ? hashes[0] : key.hash();
            if (some.isEmpty() || some.contains(bucket(decides, buckets))) {
              row.row(key.values(), hashes[0]);
            }
          }
        });
  }

  private static void read(Crew crew, TablePair pair, Range range, TupleHasher hasher) {
    crew.ask(
        reader ->
            reader.read(Hashing.read(pair, crew.side(), range), SameMoments.before(hasher, pair)));
  }
}
