package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.TableReader.HashedRow;
import io.liftlock.core.database.TableReader.TextRow;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.DigestQuery;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.FieldText;
import io.liftlock.core.transfer.FieldValue;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.TablePair;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Hashes that the servers compute where the rows lie. */
final class ServerHashes implements HashedRows {

  /** A value of more characters has no statement that could be run. */
  private static final int LONGEST_VALUE = 16 << 20;

  private final TablePair pair;
  private final Hashing hashing;

  ServerHashes(TablePair pair, Hashing hashing) {
    this.pair = pair;
    this.hashing = hashing;
  }

  @Override
  public List<Digest> digest(Crew crew, Range range, long bytes) {
    List<Digest> digests = new ArrayList<>();
    for (long seed : hashing.seeds()) {
      crew.pace().await(bytes);
      DigestQuery query = hashing.query(pair, crew.side(), range, seed, 1);
      digests.add(crew.ask(reader -> reader.digest(query)).getOrDefault(0, Digest.NONE));
    }
    return digests;
  }

  @Override
  public Map<Integer, Digest> buckets(Crew crew, Range range, int buckets) {
    DigestQuery query = query(crew, new Part(range, buckets, List.of()));
    return crew.ask(reader -> reader.digest(query));
  }

  @Override
  public void each(Crew crew, Part part, HashedRow row) {
    crew.tell(
        reader -> reader.hashes(query(crew, part), crew.side().key(pair), part.wanted(), row));
  }

  @Override
  public void texts(
      Crew crew,
      Part part,
      Set<Long> hashes,
      int longest,
      TextRow row,
      Consumer<Misfit> unreadable) {
    crew.tell(reader -> reader.texts(query(crew, part), part.wanted(), hashes, longest, row));
  }

  @Override
  public void values(Crew crew, Part part, Set<Long> hashes, ValueRow row) {
    texts(
        crew,
        part,
        hashes,
        LONGEST_VALUE,
        (hash, texts) -> row.row(hash, texts.stream().map(ServerHashes::value).toList()),
        misfit -> {});
  }

  private static FieldValue value(FieldText field) {
    String text = field.text();
    if (field.isCut()) {
      throw NotMendable.tooLong(field.length());
    }
    return new FieldValue(
        FieldForm.TEXT, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  private DigestQuery query(Crew crew, Part part) {
    return hashing.query(pair, crew.side(), part.range(), hashing.seeds().get(0), part.buckets());
  }
}
