package io.liftlock.postgres.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.TableWriter;
import io.liftlock.core.database.TableWriter.ChunkWrite;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowLoad;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TupleStreamTest {

  private static final ChunkRecord CHUNK = Loading.planned(Loading.table("t"), 0, new Range.All());

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();
  private final Database database = Loading.open(scratch.url());
  private final TableWriter writer = database.rowTarget().writer();

  @BeforeEach
  void begin() {
    database.rowTarget().ledger().begin(Loading.run("c1"), List.of(CHUNK));
  }

  @AfterEach
  void close() {
    writer.close();
    database.close();
  }

  private static byte[] number(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }

  private static byte[] real(double value) {
    return number(Double.doubleToRawLongBits(value));
  }

  private static byte[] tagged(char tag, byte[] value) {
    return ByteBuffer.allocate(1 + value.length).put((byte) tag).put(value).array();
  }

  private static List<ReadColumn> columns(Object... namesAndForms) {
    List<ReadColumn> columns = new ArrayList<>();
    for (int i = 0; i < namesAndForms.length; i += 2) {
      columns.add(new ReadColumn((String) namesAndForms[i], (FieldForm) namesAndForms[i + 1]));
    }
    return columns;
  }

  /** Sends rows in pieces of a size, whatever they mean. */
  private void send(List<ReadColumn> columns, int piece, byte @Nullable [][]... rows) {
    RowLoad load = new RowLoad(Loading.table("t"), columns, RowFormat.TUPLES, new Range.All());
    try (ChunkWrite write = writer.begin("c1", load)) {
      for (byte[][] row : rows) {
        byte[] tuple = Loading.tuple(row);
        for (int at = 0; at < tuple.length; at += piece) {
          write.write(tuple, at, Math.min(piece, tuple.length - at));
        }
        write.endRow();
      }
      write.commit(Loading.done(CHUNK, rows.length));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 65, 1 << 20})
  void simpleTypesArriveWhereverTheBytesAreCut(int piece) {
    scratch.execute(
        """
        CREATE TYPE mood AS ENUM ('fine', 'sad');
        CREATE DOMAIN small AS int2;
        CREATE TABLE t (a int8, b int4, c small, d bool, e float8, f float4, g text, h varchar(9),
          i jsonb, j bytea, k mood, l numeric, m json, n char(3), o xml)
        """);
    List<ReadColumn> columns =
        columns(
            "a",
            FieldForm.INTEGER,
            "b",
            FieldForm.INTEGER,
            "c",
            FieldForm.INTEGER,
            "d",
            FieldForm.INTEGER,
            "e",
            FieldForm.REAL,
            "f",
            FieldForm.REAL,
            "g",
            FieldForm.TEXT,
            "h",
            FieldForm.TEXT,
            "i",
            FieldForm.TEXT,
            "j",
            FieldForm.BYTES,
            "k",
            FieldForm.TEXT,
            "l",
            FieldForm.TEXT,
            "m",
            FieldForm.TEXT,
            "n",
            FieldForm.TEXT,
            "o",
            FieldForm.TEXT);
    String large = "ä\\\n".repeat(100);
    byte[][] full = {
      number(Long.MIN_VALUE),
      number(-7),
      number(32767),
      number(1),
      real(0.1),
      real(1.5),
      Loading.bytes(large),
      Loading.bytes("öö"),
      Loading.bytes("{\"a\": 1}"),
      {0, -1, '\\'},
      Loading.bytes("sad"),
      Loading.bytes("-12345.6780"),
      Loading.bytes("[1 ]"),
      Loading.bytes("x"),
      Loading.bytes("<a/>"),
    };
    send(columns, piece, full, new byte[15][], full);
    assertThat(scratch.value("SELECT count(*) FROM t WHERE t IS NULL")).isEqualTo("1");
    assertThat(
            scratch.value(
                "SELECT ROW(a, b, c, d, e, f, h, i, j, k, l, m, n, o)::text FROM t"
                    + " WHERE a IS NOT NULL AND g = repeat(E'ä\\\\\\n', 100)"))
        .isEqualTo(
            "(-9223372036854775808,-7,32767,t,0.1,1.5,öö,\"{\"\"a\"\": 1}\",\"\\\\x00ff5c\",sad,"
                + "-12345.6780,\"[1 ]\",\"x  \",<a/>)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 1 << 20})
  void otherTypesAreReadFromTheirText(int piece) {
    scratch.execute(
        "CREATE TABLE t (a int8, b timestamptz, c float8, d bytea, e text[], f numeric, g text,"
            + " h bool)");
    List<ReadColumn> columns =
        columns(
            "a",
            FieldForm.INTEGER,
            "b",
            FieldForm.TEXT,
            "c",
            FieldForm.REAL,
            "d",
            FieldForm.BYTES,
            "e",
            FieldForm.TEXT,
            "f",
            FieldForm.REAL,
            "g",
            FieldForm.ANY,
            "h",
            FieldForm.INTEGER);
    byte[] large = new byte[200];
    send(
        columns,
        piece,
        new byte[][] {
          number(5),
          Loading.bytes("2026-11-20 17:30:00+01"),
          real(1e22),
          large,
          Loading.bytes("{\"a\\\\b\",NULL}"),
          real(2.2250738585072014E-308),
          tagged('i', number(7)),
          number(0)
        },
        new byte[8][],
        new byte[][] {
          number(6),
          null,
          real(Double.NaN),
          {},
          Loading.bytes("{}"),
          real(0.1),
          tagged('t', Loading.bytes("\\N\t\r\n".repeat(50))),
          number(1)
        });
    assertThat(
            scratch.value(
                "SELECT ROW(a, b AT TIME ZONE 'UTC', c, length(d), e, f, g, h)::text FROM t WHERE a"
                    + " = 5"))
        .isEqualTo(
            "(5,\"2026-11-20 16:30:00\",1e+22,200,\"{\"\"a\\\\\\\\b\"\",NULL}\","
                + "0."
                + "0".repeat(307)
                + "22250738585072014,7,f)");
    assertThat(
            scratch.value(
                "SELECT ROW(c, d, e, f, h, g = repeat(E'\\\\N\\t\\r\\n', 50))::text FROM t"
                    + " WHERE a = 6"))
        .isEqualTo("(NaN,\"\\\\x\",{},0.1,t,t)");
  }

  @Test
  void numbersAsTextBecomeExactlyTheSameNumeric() {
    scratch.execute("CREATE TABLE t (a numeric, b text)");
    List<String> texts =
        new ArrayList<>(
            List.of(
                "0",
                "-0",
                "0.00",
                "-0.00",
                ".5",
                "5.",
                "00012",
                "10000",
                "9999",
                "100000000",
                "0.0001",
                "0.00001",
                "12345678901234567890.1234567890",
                "1e3",
                "1.5E-7",
                " 7 ",
                "NaN",
                "Infinity",
                "-inf",
                "+3",
                "-1234",
                "-0.00012340",
                "1e-400",
                "1e400"));
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
      random.ints(random.nextInt(20), 0, 10).forEach(text::append);
      text.append(random.nextBoolean() ? "." : "");
      random.ints(1 + random.nextInt(20), 0, 10).forEach(text::append);
      texts.add(text.toString());
    }
    byte[][][] rows =
        texts.stream()
            .map(text -> new byte[][] {Loading.bytes(text), Loading.bytes(text)})
            .toArray(byte[][][]::new);
    send(columns("a", FieldForm.TEXT, "b", FieldForm.TEXT), 1 << 20, rows);
    assertThat(
            scratch.value(
                "SELECT string_agg(b, ' ') FROM t WHERE a::text IS DISTINCT FROM b::numeric::text"))
        .isNull();
    assertThat(scratch.value("SELECT count(*) FROM t")).isEqualTo("" + texts.size());
  }

  @Test
  void doublesKeepEveryBitAndTakeTheFewestDigits() {
    scratch.execute("CREATE TABLE t (a float8, b float8, c timestamptz)");
    Random random = new Random(7);
    List<byte[][]> rows = new ArrayList<>();
    double[] some = {0.1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 2e-44, 5.684341886080802E-14};
    for (double value : some) {
      rows.add(new byte[][] {real(value), real(value), null});
    }
    for (int i = 0; i < 2000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      rows.add(new byte[][] {real(value), real(value), null});
    }
    // The third column makes it text.
    send(
        columns("a", FieldForm.REAL, "b", FieldForm.REAL, "c", FieldForm.TEXT),
        1 << 20,
        rows.toArray(byte[][][]::new));
    String longest = scratch.value("SELECT string_agg(float8send(a)::text, ' ') FROM t");
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    rows.forEach(row -> expected.writeBytes(nanAlike(row[0])));
    assertThat(longest.replace("\\x", "").replace(" ", ""))
        .isEqualTo(HexFormat.of().formatHex(expected.toByteArray()));
    assertThat(Values.text(2e-44)).isEqualTo("2E-44");
  }

  /** There is one NaN in text. */
  private static byte[] nanAlike(byte[] bits) {
    double value = ByteBuffer.wrap(bits).getDouble();
    return Double.isNaN(value) ? real(Double.NaN) : bits;
  }

  @Test
  void timesMeanWhatTheServerTakesThemFor() {
    scratch.execute(
        "CREATE TABLE t (a timestamp, b timestamptz, c date, d uuid, e text, f timestamp(3));"
            + " CREATE FUNCTION in_utc(text) RETURNS timestamptz SET timezone = 'UTC'"
            + " RETURN $1::timestamptz");
    List<String> times =
        new ArrayList<>(
            List.of(
                "2026-11-20",
                "2026-11-20 17:30",
                "2026-11-20T17:30:00",
                "2000-02-29 23:59:59.9",
                "1900-02-28 00:00:00.000001",
                "0001-01-01 00:00:00",
                "9999-12-31 23:59:59.999999",
                "2026-11-20 17:30:00.1234567",
                "2026-11-20 17:30:00.1236",
                "infinity",
                "-infinity",
                "Jan 5 2020",
                "2026-11-20 5:00 PM",
                "2026-11-20 24:00:00",
                "2026-11-20 17:30:60",
                "0044-03-15 BC",
                "20261120",
                "2026-11-20 17:30:00+01",
                "2026-11-20 17:30:00-05:30",
                "2026-11-20T17:30:00Z",
                "2026-11-20 17:30:00 +02",
                "2026-11-20 17:30:00 Europe/Berlin",
                "1582-10-10",
                "294276-12-31 23:59:59",
                " 2026-11-20 17:30:00 "));
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      times.add(
          "%04d-%02d-%02d %02d:%02d:%02d.%03d"
              .formatted(
                  1 + random.nextInt(9999),
                  1 + random.nextInt(12),
                  1 + random.nextInt(28),
                  random.nextInt(24),
                  random.nextInt(60),
                  random.nextInt(60),
                  random.nextInt(1000)));
    }
    String uuid = "A0EEBC99-9c0b-4ef8-bb6d-6bb9bd380a11";
    String[] uuids = {uuid, uuid.replace("-", ""), "{" + uuid + "}"};
    byte[][][] rows =
        IntStream.range(0, times.size())
            .mapToObj(
                i -> {
                  byte[] text = Loading.bytes(times.get(i));
                  byte[] id = Loading.bytes(uuids[i % 3]);
                  return new byte[][] {text, text, text, id, text, text};
                })
            .toArray(byte[][][]::new);
    List<ReadColumn> columns =
        columns(
            "a",
            FieldForm.TEXT,
            "b",
            FieldForm.TEXT,
            "c",
            FieldForm.TEXT,
            "d",
            FieldForm.TEXT,
            "e",
            FieldForm.TEXT,
            "f",
            FieldForm.TEXT);
    // The first time in binary form, then as text, since so much had to be asked for.
    for (int piece : new int[] {7, 1 << 20}) {
      send(columns, piece, rows);
      assertThat(scratch.value("SELECT count(*) FROM t")).isEqualTo("" + times.size());
      assertThat(
              scratch.value(
                  """
                  SELECT string_agg(e, ', ') FROM t
                   WHERE (a, b, c, f) IS DISTINCT FROM
                         (e::timestamp, in_utc(e), e::date, e::timestamp(3))
                      OR d <> 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'
                  """))
          .isNull();
    }
  }

  @Test
  void whatDoesNotFitIsRefusedWithoutBeingShown() {
    scratch.execute("CREATE TABLE t (a int4, b bool, c numeric, d float4, e date)");
    refused("a", FieldForm.INTEGER, number(3_000_000_123L), "3000000123");
    refused("b", FieldForm.INTEGER, number(2345), "2345");
    refused("c", FieldForm.TEXT, Loading.bytes("secret"), "secret");
    refused("e", FieldForm.TEXT, Loading.bytes("2026-02-30"), "2026-02-30");
    refused("d", FieldForm.REAL, real(1.2345e200), "2345");
    assertThat(scratch.value("SELECT count(*) FROM t")).isEqualTo("0");
  }

  private void refused(String column, FieldForm form, byte[] value, String shown) {
    assertThatThrownBy(() -> send(columns(column, form), 1 << 20, new byte[][] {value}))
        .satisfies(
            e -> assertThat(((LiftlockException) e).code()).isEqualTo(ErrorCode.VALUES_MISFIT))
        .hasMessageContaining("column " + column + " of public.t")
        .hasMessageNotContaining(shown);
  }
}
