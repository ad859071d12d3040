package io.liftlock.sqlite;

import io.liftlock.core.database.RowDigests;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.LinkSource;
import io.liftlock.sqlite.sql.Quoted;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Hashes rows as they are stored: each value with its storage class and its length before it, by
 * SHA-256, while the rows pass by. The hashes are added up as four 64-bit numbers, which does not
 * depend on their order and lets no two equal rows cancel each other out, as an exclusive or would.
 */
final class SqliteRowDigests implements RowDigests {

  private final LinkSource links;

  SqliteRowDigests(LinkSource links) {
    this.links = links;
  }

  @Override
  public RowDigest digest(ObjectId table, List<String> columns) {
    Sum sum = new Sum(columns.size());
    // A table without columns to look at still has rows.
    String select =
        columns.isEmpty()
            ? "NULL"
            : columns.stream().map(Quoted::identifier).collect(Collectors.joining(", "));
    try {
      links
          .get()
          .forEach("SELECT " + select + " FROM main." + Quoted.identifier(table.name()), sum::add);
    } catch (SQLException e) {
      throw Failures.error(links.file(), "reading the rows of " + table.qualified(), e);
    }
    return new RowDigest(sum.rows, sum.text());
  }

  /** The hashes so far. */
  private static final class Sum {
    private final int columns;
    private final MessageDigest digest;
    private final long[] sums = new long[4];
    private long rows;

    Sum(int columns) {
      this.columns = columns;
      try {
        this.digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    void add(ResultSet row) throws SQLException {
      for (int i = 1; i <= columns; i++) {
        Object value = row.getObject(i);
        if (value == null) {
          digest.update((byte) 'n');
        } else if (value instanceof Double real) {
          add('r', ByteBuffer.allocate(8).putDouble(0, real).array());
        } else if (value instanceof Number whole) {
          add('i', ByteBuffer.allocate(8).putLong(0, whole.longValue()).array());
        } else if (value instanceof byte[] blob) {
          add('b', blob);
        } else {
          add('t', value.toString().getBytes(StandardCharsets.UTF_8));
        }
      }
      ByteBuffer hash = ByteBuffer.wrap(digest.digest());
      for (int i = 0; i < sums.length; i++) {
        sums[i] += hash.getLong();
      }
      rows++;
    }

    private void add(char storageClass, byte[] bytes) {
      digest.update((byte) storageClass);
      digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length).array());
      digest.update(bytes);
    }

    String text() {
      ByteBuffer bytes = ByteBuffer.allocate(32);
      for (long sum : sums) {
        bytes.putLong(sum);
      }
      return HexFormat.of().formatHex(bytes.array());
    }
  }
}
