package io.liftlock.postgres;

import io.liftlock.core.database.RowDigests;
import io.liftlock.core.error.Bug;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.sql.Checksum;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;
import io.liftlock.postgres.sql.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Hashes rows on the server: each as the text of its row type, which tells NULL from an empty text,
 * by SHA-256. The first two 64-bit numbers of all hashes are added up, which does not depend on the
 * order and lets no two equal rows cancel each other out, as an exclusive or would.
 */
final class PostgresRowDigests implements RowDigests {

  /**
   * What the text of a value depends on, for the rest of the message's transaction. Rows that a
   * policy would hide are an error instead.
   */
  private static final String SETTINGS =
      """
      SELECT pg_catalog.set_config('search_path', '', true),
             pg_catalog.set_config('datestyle', 'ISO, YMD', true),
             pg_catalog.set_config('intervalstyle', 'postgres', true),
             pg_catalog.set_config('timezone', 'UTC', true),
             pg_catalog.set_config('extra_float_digits', '1', true),
             pg_catalog.set_config('bytea_output', 'hex', true),
             pg_catalog.set_config('lc_monetary', 'C', true),
             pg_catalog.set_config('xmlbinary', 'base64', true),
             pg_catalog.set_config('quote_all_identifiers', 'off', true),
             pg_catalog.set_config('row_security', 'off', true)\
      """;

  private final Link link;

  PostgresRowDigests(Link link) {
    this.link = link;
  }

  @Override
  public RowDigest digest(ObjectId table, List<String> columns) {
    if (table.path().size() != 2) {
      throw new Bug("a table of PostgreSQL has a schema and a name, not " + table);
    }
    String name = Quoted.qualified(table.path().get(0), table.path().get(1));
    String message = SETTINGS + ";\n" + sql("ONLY " + name, columns) + ";\n" + partitions(name);
    Answer answer = ask(table, message);
    if (answer.replies().get(2).isTrue(0, 0)) {
      answer = ask(table, SETTINGS + ";\n" + sql(name, columns));
    }
    Reply reply = answer.replies().get(1);
    // The sums of no rows are NULL.
    String sums = reply.text(0, 1) + " " + reply.text(0, 2);
    return new RowDigest(Long.parseLong(reply.required(0, 0)), Checksum.sha256(sums));
  }

  private Answer ask(ObjectId table, String message) {
    Answer answer = link.ask(message, Link.Rows.KEEP);
    if (answer.failure() != null) {
      throw Failures.error(
          "the rows of " + table.qualified() + " cannot be read", answer.failure());
    }
    return answer;
  }

  /** Whether the table itself holds no rows, but its partitions do. */
  private static String partitions(String name) {
    return "SELECT c.relkind = 'p' FROM pg_catalog.pg_class c WHERE c.oid = pg_catalog.to_regclass("
        + Quoted.literal(name)
        + ")";
  }

  private static String sql(String from, List<String> columns) {
    String row =
        columns.stream()
            .map(column -> "t." + Quoted.identifier(column))
            .collect(Collectors.joining(", ", "ROW(", ")"));
    return """
    SELECT pg_catalog.count(*), %1$s, %2$s
      FROM (SELECT pg_catalog.sha256(pg_catalog.convert_to(
                     %3$s::pg_catalog.text, pg_catalog.getdatabaseencoding())) AS hash
              FROM %4$s AS t) AS r\
    """
        .formatted(sum(1), sum(9), row, from);
  }

  /** The sum of eight bytes of each hash; it is numeric, so it does not overflow. */
  private static String sum(int firstByte) {
    return """
    pg_catalog.sum(('x' || pg_catalog.encode(pg_catalog.substring(r.hash, %d, 8), 'hex'))
                   ::pg_catalog.bit(64)::pg_catalog.int8)\
    """
        .formatted(firstByte);
  }
}
