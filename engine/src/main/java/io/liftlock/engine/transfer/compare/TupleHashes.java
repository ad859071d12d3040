package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.TableReader.HashedRow;
import io.liftlock.core.database.TableReader.TextRow;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.DigestSum;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TablePair;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Hashes that liftlock computes itself, from rows in forms that both databases can give. */
final class TupleHashes implements HashedRows {

  /** A value of more bytes is cut where statements need it, and no statement is written then. */
  private static final int LONGEST_VALUE = 16 << 20;

  private final TablePair pair;
  private final Hashing hashing;

  TupleHashes(TablePair pair, Hashing hashing) {
    this.pair = pair;
    this.hashing = hashing;
  }

  @Override
  public List<Digest> digest(Crew crew, Range range, long bytes) {
    DigestSum[] sums =
        Stream.generate(DigestSum::new).limit(hashing.seeds().size()).toArray(DigestSum[]::new);
    read(
        crew,
        range,
        new TupleHasher(hashing.seeds(), TupleKey.none(), crew) {
          @Override
          void row(long[] hashes) {
            for (int i = 0; i < sums.length; i++) {
              sums[i].add(hashes[i]);
            }
          }
        });
    return Arrays.stream(sums).map(DigestSum::digest).toList();
  }

  @Override
  public Map<Integer, Digest> buckets(Crew crew, Range range, int buckets) {
    Map<Integer, DigestSum> sums = new HashMap<>();
    TupleKey key = TupleKey.of(pair);
    read(
        crew,
        range,
        new TupleHasher(hashing.seeds(), key, crew) {
          @Override
          void row(long[] hashes) {
            sums.computeIfAbsent(key.bucket(hashes[0], buckets), number -> new DigestSum())
                .add(hashes[0]);
          }
        });
    Map<Integer, Digest> digests = new HashMap<>();
    sums.forEach((bucket, sum) -> digests.put(bucket, sum.digest()));
    return digests;
  }

  @Override
  public void each(Crew crew, Part part, HashedRow row) {
    TupleKey key = TupleKey.of(pair);
    Set<Integer> wanted = new HashSet<>(part.wanted());
    read(
        crew,
        part.range(),
        new TupleHasher(hashing.seeds(), key, crew) {
          @Override
          void row(long[] hashes) {
            if (wanted.isEmpty() || wanted.contains(key.bucket(hashes[0], part.buckets()))) {
              row.row(key.values(), hashes[0]);
            }
          }
        });
  }

  @Override
  public void texts(
      Crew crew,
      Part part,
      Set<Long> hashes,
      int longest,
      TextRow row,
      Consumer<Misfit> unreadable) {
    collect(
        crew,
        part,
        hashes,
        longest,
        unreadable,
        (hash, fields) -> row.row(hash, fields.stream().map(f -> f.text(longest)).toList()));
  }

  @Override
  public void values(Crew crew, Part part, Set<Long> hashes, ValueRow row) {
    collect(
        crew,
        part,
        hashes,
        LONGEST_VALUE,
        misfit -> {},
        (hash, fields) -> row.row(hash, fields.stream().map(Field::whole).toList()));
  }

  private void collect(
      Crew crew,
      Part part,
      Set<Long> hashes,
      int longest,
      Consumer<Misfit> unreadable,
      RowCollector.Taker taker) {
    Set<Integer> wanted = new HashSet<>(part.wanted());
    TupleKey key = TupleKey.of(pair);
    read(
        crew,
        part.range(),
        new RowCollector(pair, hashing, key, crew, longest) {
          @Override
          void unreadable(Misfit misfit) {
            unreadable.accept(misfit);
          }

          @Override
          void row(long hash, List<Field> fields) {
            if ((wanted.isEmpty() || wanted.contains(key.bucket(hash, part.buckets())))
                && (hashes.isEmpty() || hashes.contains(hash))) {
              taker.row(hash, fields);
            }
          }
        });
  }

  private void read(Crew crew, Range range, TupleHasher hasher) {
    crew.tell(
        reader ->
            reader.read(Hashing.read(pair, crew.side(), range), SameMoments.before(hasher, pair)));
  }
}
