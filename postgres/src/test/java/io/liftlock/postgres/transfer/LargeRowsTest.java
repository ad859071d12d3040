package io.liftlock.postgres.transfer;

import static io.liftlock.postgres.transfer.Reading.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.RowSink;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.StateError;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.Tally;
import io.liftlock.postgres.link.Connector;
import io.liftlock.testkit.Forked;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class LargeRowsTest {

  private static final String[] COLUMNS = {
    "id", "t", "v", "c", "b", "j", "jb", "x", "a", "n", "bits", "ct", "r", "h", "e"
  };

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  private void fill() {
    scratch.execute(
        """
        CREATE TYPE mood AS ENUM ('sad', 'ok');
        CREATE TYPE pair AS (l text, m mood);
        CREATE TABLE t (id int, t text, v varchar, c char(3000), b bytea, j json, jb jsonb, x xml,
                        a text[], n numeric, bits varbit, ct pair, r tstzrange[], h float8[],
                        e mood) PARTITION BY HASH (id);
        CREATE TABLE t0 PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 0);
        CREATE TABLE t1 PARTITION OF t FOR VALUES WITH (MODULUS 2, REMAINDER 1);
        ALTER TABLE t1 ALTER b SET STORAGE EXTERNAL, ALTER t SET STORAGE EXTERNAL;
        INSERT INTO t
        SELECT i, s.s, s.s, left(s.s, 3000), convert_to(s.s, 'UTF8'), to_json(s.s), to_jsonb(s.s),
               xmlforest(s.s AS x), ARRAY[s.s, NULL, s.s], repeat('7', length(s.s))::numeric,
               repeat('10', length(s.s))::varbit, ROW(s.s, 'sad')::pair, '{}',
               array_fill(0.1::float8, ARRAY[length(s.s)]), 'ok'
          FROM generate_series(1, 40) i,
               LATERAL (SELECT repeat(
                 CASE i % 4 WHEN 0 THEN 'x' WHEN 1 THEN E'ä\\t\\\\\\n\\b\\f\\r\\v\\x01'
                            WHEN 2 THEN md5(i::text) ELSE '😀' END, i * i * 8 % 1700)) s(s);
        INSERT INTO t (id) VALUES (100), (101);
        """);
  }

  private RowsOut reader(ReadTransaction transaction, long limit) {
    return new RowsOut(transaction, new SourceTables(transaction), limit);
  }

  private ReadTransaction begin() {
    return ReadTransaction.begin(new Connector(scratch.url(), Reading.RUNNER)).ready();
  }

  @Test
  void rowsReadInSlicesAreTheSameRows() {
    fill();
    try (ReadTransaction transaction = begin()) {
      for (RowFormat format : RowFormat.values()) {
        List<ReadColumn> columns = new ArrayList<>();
        for (String name : COLUMNS) {
          FieldForm form =
              format != RowFormat.TUPLES
                  ? FieldForm.NATIVE
                  : name.equals("id")
                      ? FieldForm.INTEGER
                      : name.equals("b")
                          ? FieldForm.BYTES
                          : name.equals("t") ? FieldForm.ANY : FieldForm.TEXT;
          columns.add(new ReadColumn(name, form));
        }
        for (Range range :
            List.of(new Range.All(), new Range.Keys(List.of("id"), null, Key.of("30")))) {
          RowQuery query = new RowQuery(table("t"), range, columns, format);
          Reading.Rows whole = new Reading.Rows();
          Tally expected = reader(transaction, Long.MAX_VALUE / 1024).read(query, whole);
          Reading.Rows sliced = new Reading.Rows();
          Tally read = reader(transaction, 4000).read(query, sliced);
          assertThat(sums(sliced)).as("%s", format).isEqualTo(sums(whole));
          assertThat(read).isEqualTo(expected);
          assertThat(sliced.pieces).isGreaterThan(whole.pieces + 50);
        }
      }
    }
  }

  /** The rows told apart, since they are too long to be shown. */
  private static List<String> sums(Reading.Rows rows) {
    return rows.whole.stream().map(LargeRowsTest::sum).sorted().toList();
  }

  private static String sum(byte[] row) {
    CRC32 crc = new CRC32();
    crc.update(row);
    return row.length + " bytes " + crc.getValue();
  }

  @Test
  void whatTheServerCannotSendIsRefused() {
    // A column of more than a gigabyte that takes no disk.
    ScratchDatabase newest = ScratchServer.of(18).freshDatabase();
    newest.execute(
        """
        CREATE TABLE t (x text, y text GENERATED ALWAYS AS (repeat(x, 2000000000)) VIRTUAL);
        INSERT INTO t VALUES ('xy');
        """);
    try (Reading reading = new Reading(newest)) {
      assertThatThrownBy(() -> reading.texts("t", new Range.All(), "y"))
          .isInstanceOf(StateError.class)
          .extracting(e -> ((StateError) e).code())
          .isEqualTo(ErrorCode.ROW_TOO_LARGE);
      assertThat(reading.firsts("t", new Range.All(), "x")).containsExactly("xy");
    }
  }

  /** Rows of 300 MB, compressed and not, beside ordinary ones, in a heap of 48 MB. */
  @Test
  void rowsOfAnySizePassThroughSmallHeap() {
    scratch.execute(
        """
        CREATE TABLE t (id int PRIMARY KEY, b bytea, s text);
        ALTER TABLE t ALTER b SET STORAGE EXTERNAL;
        INSERT INTO t SELECT 1, convert_to(repeat('0123456789', 30000000), 'UTF8'), 'one';
        INSERT INTO t SELECT 2, '\\\\x00', repeat('0123456789', 10000000);
        INSERT INTO t SELECT i, '\\\\x01', 's' FROM generate_series(3, 100) i;
        """);
    try (Forked forked =
        Forked.start(
            Path.of("").toAbsolutePath(),
            List.of("-Xmx48m"),
            SmallHeap.class.getName(),
            scratch.urlText())) {
      assertThat(forked.exitCode()).as(forked.output()).isZero();
      CRC32 crc = new CRC32();
      for (int i = 0; i < 30_000_000; i++) {
        crc.update(DIGITS);
      }
      assertThat(forked.wholeOutput().strip()).isEqualTo("100 " + crc.getValue());
    }
  }

  private static final byte[] DIGITS =
      "0123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  /** Reads the table and prints how many rows there were and a checksum of the largest value. */
  static final class SmallHeap {

    private SmallHeap() {}

    public static void main(String[] arguments) {
      try (Reading reading = new Reading(DatabaseUrl.parse(arguments[0]), 1)) {
        Sum sum = new Sum();
        Tally tally =
            reading.reader.read(
                new RowQuery(
                    table("t"),
                    new Range.All(),
                    Stream.of("id", "b", "s")
                        .map(name -> new ReadColumn(name, FieldForm.NATIVE))
                        .toList(),
                    RowFormat.BINARY),
                sum);
        System.out.println(tally.rows() + " " + sum.longest);
      }
    }
  }

  /** Sums what stands in the longest row, but for what is not a digit of its value. */
  private static final class Sum implements RowSink {

    private CRC32 crc = new CRC32();
    private long length;
    private long greatest;
    private long longest;

    @Override
    public void write(byte[] bytes, int offset, int count) {
      length += count;
      if (count >= 1000) {
        crc.update(bytes, offset, count);
      }
    }

    @Override
    public void endRow() {
      if (length > greatest) {
        greatest = length;
        longest = crc.getValue();
      }
      length = 0;
      crc = new CRC32();
    }
  }
}
