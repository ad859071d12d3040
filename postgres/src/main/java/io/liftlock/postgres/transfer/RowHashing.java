package io.liftlock.postgres.transfer;

import io.liftlock.core.database.TableReader.HashedRow;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.DigestQuery;
import io.liftlock.core.transfer.HashColumn;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.core.transfer.Key;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hashes rows where they lie. */
final class RowHashing {

  private final ReadTransaction transaction;
  private final SourceTables tables;

  RowHashing(ReadTransaction transaction, SourceTables tables) {
    this.transaction = transaction;
    this.tables = tables;
  }

  /** The hashes that there are, the cheapest first. */
  List<HashKind> kinds() {
    return List.of(HashKind.RECORD, HashKind.TEXT, HashKind.SHA256);
  }

  /** What literals of every type hash to. */
  String probe(HashKind kind) {
    transaction.isoIntervals(false);
    return transaction.ask("values cannot be hashed", HashProbe.sql(kind)).required(0, 0);
  }

  /** Counts and hashes rows, by bucket. */
  Map<Integer, Digest> digest(DigestQuery query) {
    transaction.isoIntervals(false);
    String sql =
        query.buckets() == 1
            ? "SELECT 0, pg_catalog.count(*), pg_catalog.sum(%s)\n  FROM %s\n WHERE %s"
                .formatted(hash(query), from(query), condition(query))
            : "SELECT bucket, pg_catalog.count(*), pg_catalog.sum(hash)\n  FROM (%s) AS hashed\n GROUP BY bucket"
                .formatted(hashed(query, List.of()));
    Reply reply = transaction.ask(doing(query), sql);
    Map<Integer, Digest> digests = new HashMap<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      long rows = reply.number(row, 1);
      if (rows > 0) {
        digests.put(
            (int) reply.number(row, 0), new Digest(rows, new BigInteger(reply.required(row, 2))));
      }
    }
    return digests;
  }

  /** The key and the hash of each row, one after the other. */
  void hashes(DigestQuery query, List<String> key, Collection<Integer> buckets, HashedRow each) {
    transaction.isoIntervals(false);
    String wanted =
        buckets.isEmpty()
            ? ""
            : buckets.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ", "\n WHERE bucket IN (", ")"));
    List<String> values = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      values.add("key" + i);
    }
    String columns = values.stream().map(value -> ", " + value).collect(Collectors.joining());
    String sql =
        "COPY (SELECT hash%s\n  FROM (%s) AS hashed%s) TO STDOUT (FORMAT binary)"
            .formatted(columns, hashed(query, key), wanted);
    transaction.copy(doing(query), sql, new HashTaker(each));
  }

  /** A query for hash, bucket and key of each row. Each is computed once, whatever is done then. */
  private String hashed(DigestQuery query, List<String> key) {
    StringBuilder select = new StringBuilder(hash(query)).append(" AS hash");
    if (!query.bucketBy().isEmpty()) {
      select.append(",\n").append(hash(query, query.bucketBy())).append(" AS decides");
    }
    for (int i = 0; i < key.size(); i++) {
      select
          .append(", ")
          .append(Quoted.identifier(key.get(i)))
          .append("::pg_catalog.text AS key")
          .append(i);
    }
    String rows =
        "SELECT %s\n  FROM %s\n WHERE %s\n OFFSET 0"
            .formatted(select, from(query), condition(query));
    // The sign is taken off, since a remainder would keep it.
    return "SELECT *, (%s & %d) %% %d AS bucket FROM (%s) AS rows"
        .formatted(
            query.bucketBy().isEmpty() ? "hash" : "decides", Long.MAX_VALUE, query.buckets(), rows);
  }

  private String hash(DigestQuery query) {
    return hash(query, query.columns());
  }

  private String hash(DigestQuery query, List<HashColumn> columns) {
    Map<String, TypedColumn> typed = tables.columns(query.table());
    List<String> parts = new ArrayList<>();
    for (HashColumn column : columns) {
      TypedColumn known = typed.get(column.name());
      if (known == null) {
        throw new DatabaseError(
            Problem.error(
                ErrorCode.TABLE_NOT_COMPARED,
                "the table " + query.table().qualified() + " has no column " + column.name()),
            null);
      }
      parts.add(Projection.of(known, column, query.kind()));
    }
    return RowHashSql.of(query.kind(), parts, query.seed());
  }

  private String from(DigestQuery query) {
    return tables.table(query.table()).from();
  }

  private String condition(DigestQuery query) {
    return tables.ranges(query.table()).condition(query.range());
  }

  private static String doing(DigestQuery query) {
    return "the rows of " + query.table().qualified() + " cannot be hashed";
  }

  /** Reads hash and key from the tuples of a binary COPY, one in each message. */
  private static final class HashTaker implements Consumer<byte[]> {

    private static final int HEADER = 19;

    private final HashedRow each;
    private boolean headerSeen;

    HashTaker(HashedRow each) {
      this.each = each;
    }

    @Override
    public void accept(byte[] message) {
      ByteBuffer tuple = ByteBuffer.wrap(message);
      if (!headerSeen) {
        tuple.position(HEADER);
        headerSeen = true;
      }
      if (tuple.remaining() <= Short.BYTES) {
        // The end of the header's own message, or of all.
        return;
      }
      int fields = tuple.getShort();
      tuple.getInt();
      long hash = tuple.getLong();
      List<String> values = new ArrayList<>(fields - 1);
      boolean whole = true;
      for (int i = 1; i < fields; i++) {
        String value = text(tuple);
        whole &= value != null;
        values.add(value == null ? "" : value);
      }
      // A key that should never be null is: the row has none then.
      each.row(new Key(whole ? values : List.of()), hash);
    }

    private static @Nullable String text(ByteBuffer tuple) {
      int length = tuple.getInt();
      if (length < 0) {
        return null;
      }
      String value = new String(tuple.array(), tuple.position(), length, StandardCharsets.UTF_8);
      tuple.position(tuple.position() + length);
      return value;
    }
  }
}
