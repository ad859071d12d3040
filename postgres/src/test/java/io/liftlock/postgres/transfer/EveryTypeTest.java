package io.liftlock.postgres.transfer;

import static io.liftlock.postgres.transfer.Reading.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import io.liftlock.testkit.Seeds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** Values of all types at random, in tables whose names and columns need quotes. */
class EveryTypeTest {

  /** A type and values of it, as SQL reads them in a string. */
  private static final String[][] TYPES = {
    {"boolean", "t", "f"},
    {"smallint", "-32768", "0", "32767"},
    {"integer", "-2147483648", "7", "2147483647"},
    {"bigint", "-9223372036854775808", "0", "9223372036854775807"},
    {"numeric", "0", "-0.00100", "1e100", "NaN", "12345678901234567890.123456789", "Infinity"},
    {"numeric(12,2)", "0.00", "-1234567890.12"},
    {"real", "0", "-0", "NaN", "Infinity", "1e-45", "3.4028235e38", "0.1"},
    {"double precision", "-0", "NaN", "-Infinity", "5e-324", "0.30000000000000004"},
    {"money", "0", "-92233720368547758.08", "12.34"},
    {"text", "", " ", "a\tb\nc\\d\re", "\\N", "\\.", "äß😀", "NULL"},
    {"varchar(20)", "", "x y ", "\u0001\b\f\u000b"},
    {"char(7)", "", "ab", " c"},
    {"name", "", "pg"},
    {"\"char\"", "a", ""},
    {"bytea", "\\x", "\\x00ff5c0a", "abc"},
    {"date", "0001-01-01", "infinity", "-infinity", "4713-01-01 BC", "2026-11-20"},
    {"time", "00:00:00", "24:00:00", "12:34:56.789012"},
    {"timetz", "00:00:00+15:59", "23:59:60-08"},
    {"timestamp", "infinity", "2026-11-20 17:30:00.000001", "0044-03-15 12:00:00 BC"},
    {"timestamptz", "-infinity", "2026-11-20 17:30:00+01", "0044-03-15 12:00:00 BC"},
    {"interval", "0", "-1 mon 2 days -00:00:00.000001", "178000000 years"},
    {"uuid", "00000000-0000-0000-0000-000000000000", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"},
    {"inet", "::1", "10.0.0.1/8"},
    {"cidr", "10.0.0.0/8", "::/0"},
    {"macaddr", "08:00:2b:01:02:03"},
    {"macaddr8", "08:00:2b:01:02:03:04:05"},
    {"bit(5)", "10101"},
    {"bit varying", "", "110"},
    {"json", "{\"b\": 1, \"a\":  [null, 1.10], \"a\": 2}", "null"},
    {"jsonb", "{\"b\": 1.10, \"a\": [null]}", "\"\""},
    {"xml", "<a>b</a>", ""},
    {"point", "(0,-0)", "(1e300,NaN)"},
    {"line", "{1,2,3}"},
    {"lseg", "[(0,0),(1,1)]"},
    {"box", "(1,1),(0,0)"},
    {"path", "[(0,0),(1,1)]", "((0,0),(1,1))"},
    {"polygon", "((0,0),(1,1),(2,0))"},
    {"circle", "<(0,0),1>"},
    {"tsvector", "'a':1A 'b':2,3", ""},
    {"tsquery", "'a' & !'b'"},
    {"int4range", "empty", "[1,5)", "(,)"},
    {"numrange", "[1.10,2]", "(,3)"},
    {"tstzrange", "[2026-01-01 00:00+00,infinity)", "empty"},
    {"int8multirange", "{}", "{[1,3),[5,9)}"},
    {"oid", "0", "4294967295"},
    {"xid8", "18446744073709551615"},
    {"pg_lsn", "16/B374D848"},
    {"pg_snapshot", "10:20:10,14,15"},
    {"tid", "(4294967294,65535)"},
    {"jsonpath", "$.a[*] ? (@ > 1)"},
    {"integer[]", "{}", "{1,NULL,3}", "{{1,2},{3,4}}", "[2:3]={1,2}"},
    {"text[]", "{}", "{NULL,\"NULL\",\"\",\"a\\\\b\\\"c\"}"},
    {"mood", "sad", "o'k"},
    {"mood[]", "{sad,NULL}", "{}"},
    {"pair", "(1,)", "(,\"a,b\"\"c\\\\\")"},
    {"pair[]", "{\"(1,x)\",NULL}"},
    {"positive", "1", "2147483647"},
    {"named", "a", "b c"},
    {"span", "[0.1,0.2]", "empty"},
  };

  private static final String SCHEMA = "select S";

  private static void create(ScratchDatabase scratch, Random random) {
    StringBuilder columns = new StringBuilder("\"select\" int PRIMARY KEY");
    for (int i = 0; i < TYPES.length; i++) {
      columns.append(", \"c %d\" %s".formatted(i, TYPES[i][0]));
    }
    scratch.execute("ALTER DATABASE " + scratch.name() + " SET lc_monetary = 'C'");
    scratch.execute(
        """
        CREATE SCHEMA "select S";
        CREATE TYPE mood AS ENUM ('sad', 'o''k');
        CREATE TYPE pair AS (n int, t text);
        CREATE DOMAIN positive AS int CHECK (VALUE > 0);
        CREATE DOMAIN named AS varchar(10) COLLATE "C" NOT NULL DEFAULT 'x';
        CREATE TYPE span AS RANGE (subtype = float8);
        CREATE TABLE "select S"."table" (%s);
        CREATE TABLE "select S".back (LIKE "select S"."table");
        """
            .formatted(columns));
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < 60; row++) {
      rows.append(row == 0 ? "(" : ", (").append(row);
      for (String[] type : TYPES) {
        boolean none = random.nextInt(4) == 0 && !type[0].equals("named");
        String value = type[1 + random.nextInt(type.length - 1)];
        rows.append(none ? ", NULL" : ", '" + value.replace("'", "''") + "'");
      }
      rows.append(')');
    }
    scratch.execute("INSERT INTO \"select S\".\"table\" VALUES " + rows);
  }

  private static List<ReadColumn> columns(FieldForm form) {
    List<ReadColumn> columns = new ArrayList<>(List.of(new ReadColumn("select", form)));
    IntStream.range(0, TYPES.length).forEach(i -> columns.add(new ReadColumn("c " + i, form)));
    return columns;
  }

  private static void roundTrip(ScratchDatabase scratch, Random random)
      throws SQLException, IOException {
    create(scratch, random);
    ObjectId id = ObjectId.of(ObjectKind.TABLE, SCHEMA, "table");
    try (Reading reading = new Reading(scratch);
        Connection connection = scratch.connect()) {
      for (RowFormat format : List.of(RowFormat.BINARY, RowFormat.TEXT)) {
        RowQuery query = new RowQuery(id, new Range.All(), columns(FieldForm.NATIVE), format);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        boolean binary = format == RowFormat.BINARY;
        data.writeBytes(binary ? HexFormat.of().parseHex(HEADER) : new byte[0]);
        reading.rows(query).forEach(data::writeBytes);
        data.writeBytes(binary ? new byte[] {-1, -1} : new byte[0]);
        connection.createStatement().execute("TRUNCATE \"select S\".back");
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "COPY \"select S\".back FROM STDIN (FORMAT " + format + ")",
                new ByteArrayInputStream(data.toByteArray()));
        assertThat(scratch.value(DIFFERENT)).as("%s", format).isEqualTo("0");
      }
      List<List<String>> tuples =
          reading
              .rows(new RowQuery(id, new Range.All(), columns(FieldForm.TEXT), RowFormat.TUPLES))
              .stream()
              .map(Reading::texts)
              .toList();
      assertThat(tuples).hasSize(60);
      for (int i = 0; i < TYPES.length; i++) {
        assertReadBack(scratch, i, tuples);
      }
    }
  }

  private static final String HEADER = "5047434f50590aff0d0a000000000000000000";

  private static final String DIFFERENT =
      """
      SELECT count(*) FROM "select S"."table" t FULL JOIN "select S".back b USING ("select")
       WHERE t::text IS DISTINCT FROM b::text\
      """;

  /** The text of a tuple, read by the type's input, is the value again. */
  private static void assertReadBack(ScratchDatabase scratch, int column, List<List<String>> rows) {
    String type = TYPES[column][0];
    StringBuilder values = new StringBuilder();
    for (List<String> row : rows) {
      String text = row.get(column + 1);
      String literal =
          text.equals("NULL") && !type.equals("text")
              ? "NULL"
              : "'" + text.replace("'", "''") + "'";
      if (type.equals("bytea")) {
        literal = literal.replaceFirst("^'", "'\\\\x");
      }
      values.append(values.isEmpty() ? "" : ", ");
      values.append("(%s, %s::%s)".formatted(row.get(0), literal, type));
    }
    // NULL and the text NULL look alike here.
    String unless = type.equals("text") ? "t.\"c " + column + "\" IS NULL" : "FALSE";
    String same =
        """
        SELECT count(*)
          FROM "select S"."table" t JOIN (VALUES %1$s) v(id, value) ON v.id = t."select"
         WHERE t."c %2$d"::text IS DISTINCT FROM v.value::text AND NOT (%3$s)\
        """
            .formatted(values, column, unless);
    assertThat(scratch.value(same)).as(type).isEqualTo("0");
  }

  @Test
  void valuesOfAllTypesArriveAsTheyAre() throws Exception {
    Seeds.once(random -> roundTrip(ScratchServer.get().freshDatabase(), random));
  }

  @ParameterizedTest
  @Tag("majors")
  @ValueSource(ints = {14, 15, 16, 17, 18})
  void everyMajorIsReadAlike(int major) throws Exception {
    ScratchDatabase scratch = ScratchServer.of(major).freshDatabase();
    roundTrip(scratch, new Random(major));
    scratch.execute(
        """
        CREATE TABLE t (id text PRIMARY KEY, v text);
        INSERT INTO t SELECT i::text, repeat('x', 500) FROM generate_series(1, 3000) i;
        ANALYZE t;
        CREATE TABLE g (id int GENERATED ALWAYS AS IDENTITY, v int GENERATED ALWAYS AS (1) STORED);
        INSERT INTO g DEFAULT VALUES;
        SELECT lo_from_bytea(0, '\\x01');
        """);
    try (Reading reading = new Reading(scratch.url(), 2)) {
      TableFacts facts = reading.reader.facts(List.of(table("t"))).get(0);
      assertThat(facts.rows()).isEqualTo(3000);
      List<Key> cuts = reading.reader.cuts(table("t"), List.of("id"), 4);
      assertThat(cuts).hasSize(3);
      assertThat(reading.firsts("t", new Range.Keys(List.of("id"), null, cuts.get(0)), "id"))
          .hasSizeBetween(600, 900);
      assertThat(reading.firsts("t", new Range.Pages(0, 10L), "id")).hasSizeBetween(100, 200);
      assertThat(reading.firsts("g", new Range.All(), "v")).containsExactly("1");
      assertThat(reading.reader.facts(List.of(LargeObjects.TABLE)).get(0).rows()).isEqualTo(1);
      assertThat(reading.reader.sequences())
          .containsExactly(
              new SequencePosition(ObjectId.of(ObjectKind.COLUMN, "public", "g", "id"), 1, true));
    }
    try (ReadTransaction transaction =
        ReadTransaction.begin(
                new io.liftlock.postgres.link.Connector(scratch.url(), Reading.RUNNER))
            .ready()) {
      RowQuery query =
          new RowQuery(
              table("t"),
              new Range.All(),
              Reading.columns(FieldForm.NATIVE, "id", "v"),
              RowFormat.BINARY);
      Reading.Rows rows = new Reading.Rows();
      new RowsOut(transaction, new SourceTables(transaction), 100).read(query, rows);
      assertThat(rows.whole).hasSize(3000);
      assertThat(Arrays.equals(rows.whole.get(0), rows.whole.get(1))).isFalse();
    }
  }

  @Test
  void tableOf1600Columns() {
    ScratchDatabase scratch = ScratchServer.get().freshDatabase();
    String names =
        IntStream.rangeClosed(1, 1600)
            .mapToObj(i -> "c" + i + " " + (i % 2 == 0 ? "bool" : "\"char\""))
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    scratch.execute("CREATE TABLE wide (" + names + "); INSERT INTO wide DEFAULT VALUES");
    scratch.execute("UPDATE wide SET c1 = 'x', c1600 = true");
    String[] columns = IntStream.rangeClosed(1, 1600).mapToObj(i -> "c" + i).toArray(String[]::new);
    try (Reading reading = new Reading(scratch)) {
      List<List<String>> rows = reading.texts("wide", new Range.All(), columns);
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0)).hasSize(1600).startsWith("x", "NULL").endsWith("NULL", "1");
      assertThat(
              reading.rows(
                  new RowQuery(
                      table("wide"),
                      new Range.All(),
                      Reading.columns(FieldForm.NATIVE, columns),
                      RowFormat.BINARY)))
          .hasSize(1);
    }
  }
}
