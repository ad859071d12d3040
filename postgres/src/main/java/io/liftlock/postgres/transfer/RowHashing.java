package io.liftlock.postgres.transfer;

import io.liftlock.core.database.TableReader.HashedRow;
import io.liftlock.core.database.TableReader.TextRow;
import io.liftlock.core.transfer.Digest;
import io.liftlock.core.transfer.DigestQuery;
import io.liftlock.core.transfer.HashColumn;
import io.liftlock.core.transfer.HashKind;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
    HashedTable table = table(query);
    Reply reply = transaction.ask(doing(query), query.buckets() == 1 ? sum(table) : sums(table));
    Map<Integer, Digest> digests = new HashMap<>();
    for (int row = 0; row < reply.rows().size(); row++) {
      long rows = reply.number(row, 1);
      if (rows > 0) {
        BigInteger sum = new BigInteger(reply.required(row, 2));
        digests.put((int) reply.number(row, 0), new Digest(rows, sum));
      }
    }
    return digests;
  }

  private static String sum(HashedTable table) {
    return """
    SELECT 0, pg_catalog.count(*), pg_catalog.sum(%s)
      FROM %s\
    """
        .formatted(table.hash(), table.from());
  }

  /** Each hash is computed once, also where it decides about the bucket, too. */
  private static String sums(HashedTable table) {
    return """
    SELECT h.bucket, pg_catalog.count(*), pg_catalog.sum(h.hash)
      FROM (SELECT r.hash, %s AS bucket
              FROM (SELECT %s AS hash, %s AS decides
                      FROM %s
                    OFFSET 0) AS r) AS h
     GROUP BY h.bucket\
    """
        .formatted(
            table.bucket(table.isByKey() ? "r.decides" : "r.hash"),
            table.hash(),
            table.isByKey() ? table.keyHash() : "NULL",
            table.from());
  }

  /** The key and the hash of each row, one after the other. */
  void hashes(DigestQuery query, List<String> key, Collection<Integer> buckets, HashedRow each) {
    transaction.isoIntervals(false);
    List<String> values = new ArrayList<>();
    for (String name : key) {
      values.add(Quoted.identifier(name) + "::pg_catalog.text");
    }
    HashedTuples.Keys keys = new HashedTuples.Keys(each);
    transaction.copy(doing(query), out(query, values, buckets, List.of()), keys);
  }

  /** Rows as text, one after the other. */
  void texts(
      DigestQuery query,
      Collection<Integer> buckets,
      Collection<Long> hashes,
      int longest,
      TextRow each) {
    transaction.isoIntervals(false);
    HashedTable table = table(query);
    List<String> values = new ArrayList<>();
    for (HashColumn column : query.columns()) {
      values.add(cut(Projection.text(table.column(column), column), longest));
    }
    HashedTuples.Texts texts = new HashedTuples.Texts(each);
    transaction.copy(doing(query), out(query, values, buckets, hashes), texts);
  }

  /** One field for each value, since a query has room for 1,664. */
  private static String cut(String text, int longest) {
    return """
    CASE WHEN pg_catalog.length(%1$s) <= %2$d THEN '%3$c' || %1$s
         ELSE '%4$c' || pg_catalog.length(%1$s)
              || ' ' || pg_catalog.hashtextextended(%1$s COLLATE pg_catalog."C", 0)
              || ' ' || pg_catalog.left(%1$s, %2$d) END\
    """
        .formatted("(" + text + ")", longest, HashedTuples.WHOLE, HashedTuples.CUT);
  }

  private String out(
      DigestQuery query,
      List<String> values,
      Collection<Integer> buckets,
      Collection<Long> hashes) {
    HashedTable table = table(query);
    String columns = values.stream().map(value -> ", " + value).collect(Collectors.joining());
    StringBuilder sql = new StringBuilder();
    sql.append("COPY (SELECT ").append(table.hash()).append(columns);
    sql.append("\n  FROM ").append(table.from());
    if (!buckets.isEmpty()) {
      String decides = table.isByKey() ? table.keyHash() : table.hash();
      sql.append("\n   AND ").append(table.bucket(decides)).append(in(buckets));
    }
    if (!hashes.isEmpty()) {
      sql.append("\n   AND ").append(table.hash()).append(in(hashes));
    }
    return sql.append(") TO STDOUT (FORMAT binary)").toString();
  }

  private static String in(Collection<? extends Number> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", " IN (", ")"));
  }

  private HashedTable table(DigestQuery query) {
    return new HashedTable(
        query,
        tables.table(query.table()).from(),
        tables.ranges(query.table()).condition(query.range()),
        tables.columns(query.table()));
  }

  private static String doing(DigestQuery query) {
    return "the rows of " + query.table().qualified() + " cannot be hashed";
  }
}
