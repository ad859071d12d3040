package io.liftlock.postgres.transfer;

import static io.liftlock.postgres.transfer.Reading.columns;
import static io.liftlock.postgres.transfer.Reading.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
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
import io.liftlock.core.transfer.Tally;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class PostgresTableReaderTest {

  private final ScratchDatabase scratch = ScratchServer.get().freshDatabase();

  @Test
  void rowsTravelAsTheServerSendsThem() throws Exception {
    scratch.execute(
        """
        CREATE TABLE t (id int PRIMARY KEY, name text, at timestamptz, blob bytea);
        INSERT INTO t SELECT i, CASE WHEN i % 7 > 0 THEN 'n' || i || E'\\t\\n\\\\' END,
                             now(), decode(md5(i::text), 'hex') FROM generate_series(1, 3000) i;
        CREATE TABLE none (LIKE t);
        CREATE TABLE bare ();
        INSERT INTO bare DEFAULT VALUES;
        INSERT INTO bare DEFAULT VALUES;
        """);
    try (Reading reading = new Reading(scratch);
        Connection connection = scratch.connect()) {
      for (RowFormat format : List.of(RowFormat.BINARY, RowFormat.TEXT)) {
        RowQuery query =
            new RowQuery(
                table("t"),
                new Range.All(),
                columns(FieldForm.NATIVE, "name", "id", "at", "blob"),
                format);
        Reading.Rows rows = new Reading.Rows();
        Tally tally = reading.reader.read(query, rows);
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        connection.createStatement().execute("SET timezone = 'UTC'");
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY t (name, id, at, blob) TO STDOUT (FORMAT " + format + ")", raw);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        rows.whole.forEach(read::writeBytes);
        int header = format == RowFormat.BINARY ? 19 : 0;
        int trailer = format == RowFormat.BINARY ? 2 : 0;
        byte[] expected = Arrays.copyOfRange(raw.toByteArray(), header, raw.size() - trailer);
        assertThat(read.toByteArray()).isEqualTo(expected);
        assertThat(rows.whole).hasSize(3000);
        assertThat(tally).isEqualTo(new Tally(3000, expected.length));
        assertThat(
                reading.rows(new RowQuery(table("none"), new Range.All(), query.columns(), format)))
            .isEmpty();
        assertThat(reading.rows(new RowQuery(table("bare"), new Range.All(), List.of(), format)))
            .hasSize(2);
      }
    }
  }

  @Test
  void rangesOfKeysAndPagesAreCompleteAndDisjoint() {
    scratch.execute(
        """
        CREATE TABLE t (a int, b text, c float8, v text, PRIMARY KEY (a, b));
        INSERT INTO t SELECT i % 50, 'k''\\' || (i * 7919 % 100003) || 'ä', i * 0.1, repeat('x', 40)
          FROM generate_series(1, 20000) i;
        """);
    try (Reading reading = new Reading(scratch)) {
      List<String> key = List.of("a", "b");
      List<Key> cuts = reading.reader.cuts(table("t"), key, 9);
      assertThat(cuts).hasSize(8).doesNotHaveDuplicates();
      List<Range> ranges = new ArrayList<>();
      for (int i = 0; i <= cuts.size(); i++) {
        ranges.add(
            new Range.Keys(key, i == 0 ? null : cuts.get(i - 1), i == 8 ? null : cuts.get(i)));
      }
      assertCoveredOnce(reading, ranges, 20000 / 9 / 2, 20000 / 9 * 2);
      List<Range> pages = new ArrayList<>();
      long count = reading.reader.facts(List.of(table("t"))).get(0).pages();
      for (long page = 0; page < count; page += 40) {
        pages.add(new Range.Pages(page, page + 40 >= count ? null : page + 40));
      }
      assertThat(pages).hasSizeGreaterThan(3);
      assertCoveredOnce(reading, pages, 1, 20000);
      assertThat(reading.firsts("t", new Range.OneOf(key, cuts), "b"))
          .containsExactlyInAnyOrderElementsOf(cuts.stream().map(k -> k.values().get(1)).toList());
      assertThat(reading.firsts("t", new Range.OneOf(key, List.of()), "b")).isEmpty();
    }
  }

  private static void assertCoveredOnce(Reading reading, List<Range> ranges, int least, int most) {
    Set<List<String>> seen = new HashSet<>();
    int rows = 0;
    for (Range range : ranges) {
      List<List<String>> part = reading.texts("t", range, "a", "b");
      assertThat(part.size()).isBetween(least, most);
      rows += part.size();
      seen.addAll(part);
    }
    assertThat(rows).isEqualTo(20000);
    assertThat(seen).hasSize(20000);
  }

  @Test
  void factsAreTrueOfTheFilesAndNotOfOldStatistics() {
    scratch.execute(
        """
        CREATE TABLE empty (id int PRIMARY KEY);
        CREATE TABLE big (id int PRIMARY KEY, v text);
        INSERT INTO big SELECT i, repeat('x', 100) FROM generate_series(1, 10000) i;
        ANALYZE big;
        INSERT INTO big SELECT i, repeat('x', 100) FROM generate_series(10001, 20000) i;
        CREATE TABLE parted (id int, v text) PARTITION BY RANGE (id);
        CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (100);
        CREATE TABLE parted_2 PARTITION OF parted DEFAULT;
        INSERT INTO parted SELECT i, repeat('x', 1000) FROM generate_series(1, 200) i;
        CREATE TABLE toasted (id int, v text);
        ALTER TABLE toasted ALTER v SET STORAGE EXTERNAL;
        INSERT INTO toasted VALUES (1, repeat('x', 1000000));
        """);
    try (Reading reading = new Reading(scratch)) {
      List<TableFacts> facts =
          reading.reader.facts(
              List.of(table("toasted"), table("empty"), table("big"), table("parted")));
      assertThat(facts.get(0).bytes()).isGreaterThan(1_000_000);
      assertThat(facts.get(0).pages()).isEqualTo(1);
      assertThat(facts.get(0).rows()).isEqualTo(-1);
      assertThat(facts.get(1)).isEqualTo(new TableFacts(table("empty"), 0, 0, 0, 1, false));
      assertThat(facts.get(2).rows()).isBetween(19_000L, 21_000L);
      assertThat(facts.get(2).keyOrder()).isEqualTo(1);
      assertThat(facts.get(3).bytes()).isGreaterThan(200_000);
      assertThat(facts.get(3).pages()).isZero();
    }
  }

  @Test
  void noRowOfAnInheritingTableIsReadTwiceAndEveryRowOfAPartitionOnce() {
    scratch.execute(
        """
        CREATE TABLE parent (id int);
        CREATE TABLE child (extra int) INHERITS (parent);
        INSERT INTO parent VALUES (1);
        INSERT INTO child VALUES (2, 3);
        CREATE TABLE parted (id int) PARTITION BY RANGE (id);
        CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (10) PARTITION BY LIST (id);
        CREATE TABLE parted_11 PARTITION OF parted_1 DEFAULT;
        CREATE TABLE parted_2 PARTITION OF parted DEFAULT;
        INSERT INTO parted VALUES (1), (2), (30);
        """);
    try (Reading reading = new Reading(scratch)) {
      assertThat(reading.firsts("parent", new Range.All(), "id")).containsExactly("1");
      assertThat(reading.firsts("child", new Range.All(), "id")).containsExactly("2");
      assertThat(reading.firsts("parted", new Range.All(), "id"))
          .containsExactlyInAnyOrder("1", "2", "30");
      assertThat(reading.reader.cuts(table("parted"), List.of("id"), 3))
          .containsExactly(Key.of("2"), Key.of("30"));
    }
  }

  @Test
  void valuesTakeTheFormThatIsAskedFor() {
    scratch.execute(
        """
        CREATE DOMAIN small AS smallint;
        CREATE TYPE mood AS ENUM ('sad', 'ok');
        CREATE TABLE t (b bool, s small, n numeric, f4 real, f8 float8, c char(5), at timestamptz,
                        span interval, e mood, x bytea, a int[]);
        INSERT INTO t VALUES (true, -3, 1.50, 0.1, '-0', 'ab', '2026-11-20 17:30:00.5+01',
                              '1 day 02:00', 'sad', '\\xff00', '{1,NULL}'),
          (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
          (false, 0, 'NaN', 'Infinity', 'NaN', '', '-infinity', '-1 mon', 'ok', '', '{}'),
          (false, 0, 1e30, 1e-45, 5e-324, ' ', '0044-03-15 12:00:00+00 BC', '0', 'ok', '', '{}'),
          (false, 0, 1e30, 1e-45, 5e-324, ' ', '12026-03-15 12:00:00+00', '0', 'ok', '', '{}');
        """);
    try (Reading reading = new Reading(scratch)) {
      List<List<String>> texts =
          reading.texts("t", new Range.All(), "b", "n", "c", "at", "span", "e", "x", "a", "f4");
      assertThat(texts.get(0))
          .containsExactly(
              "1",
              "1.50",
              "ab",
              "2026-11-20T16:30:00.500000Z",
              "P1DT2H",
              "sad",
              "ff00",
              "{1,NULL}",
              "0.1");
      assertThat(texts.get(1)).containsOnly("NULL").hasSize(9);
      assertThat(texts.get(2).subList(1, 5)).containsExactly("NaN", "", "-infinity", "P-1M");
      assertThat(texts.get(3).get(3)).isEqualTo("0044-03-15 12:00:00+00 BC");
      assertThat(texts.get(4).get(3)).isEqualTo("12026-03-15T12:00:00.000000Z");
      List<ReadColumn> forms =
          List.of(
              new ReadColumn("b", FieldForm.INTEGER),
              new ReadColumn("s", FieldForm.INTEGER),
              new ReadColumn("f4", FieldForm.REAL),
              new ReadColumn("f8", FieldForm.REAL),
              new ReadColumn("x", FieldForm.BYTES),
              new ReadColumn("s", FieldForm.ANY),
              new ReadColumn("f8", FieldForm.ANY),
              new ReadColumn("x", FieldForm.ANY),
              new ReadColumn("e", FieldForm.ANY));
      List<byte[]> fields =
          Reading.fields(
              reading
                  .rows(new RowQuery(table("t"), new Range.All(), forms, RowFormat.TUPLES))
                  .get(0));
      assertThat(fields.get(0)).containsExactly(0, 0, 0, 0, 0, 0, 0, 1);
      assertThat(fields.get(1)).containsExactly(-1, -1, -1, -1, -1, -1, -1, -3);
      assertThat(ByteBuffer.wrap(fields.get(2)).getDouble()).isEqualTo(0.1);
      assertThat(ByteBuffer.wrap(fields.get(3)).getLong()).isEqualTo(Long.MIN_VALUE);
      assertThat(fields.get(4)).containsExactly(0xff, 0);
      assertThat(fields.get(5)).containsExactly('i', -1, -1, -1, -1, -1, -1, -1, -3);
      assertThat(fields.get(6)).startsWith('r', 0x80).hasSize(9);
      assertThat(fields.get(7)).containsExactly('b', 0xff, 0);
      assertThat(new String(fields.get(8), StandardCharsets.UTF_8)).isEqualTo("tsad");
    }
  }

  @Test
  void sequencesStandWhereTheyStand() {
    scratch.execute(
        """
        CREATE SEQUENCE free START 5;
        CREATE SEQUENCE placed;
        SELECT setval('placed', 42, false);
        CREATE TABLE "Odd ""t" (id bigint GENERATED ALWAYS AS IDENTITY, "s S" serial);
        INSERT INTO "Odd ""t" DEFAULT VALUES;
        INSERT INTO "Odd ""t" DEFAULT VALUES;
        CREATE SCHEMA liftlock;
        CREATE SEQUENCE liftlock.own;
        """);
    try (Reading reading = new Reading(scratch)) {
      assertThat(reading.reader.sequences())
          .containsExactlyInAnyOrder(
              new SequencePosition(ObjectId.of(ObjectKind.SEQUENCE, "public", "free"), 5, false),
              new SequencePosition(ObjectId.of(ObjectKind.SEQUENCE, "public", "placed"), 42, false),
              new SequencePosition(
                  ObjectId.of(ObjectKind.COLUMN, "public", "Odd \"t", "id"), 2, true),
              new SequencePosition(
                  ObjectId.of(ObjectKind.SEQUENCE, "public", "Odd \"t_s S_seq"), 2, true));
    }
  }

  @Test
  void textIsCutByItsBytesWhateverTheLanguage() {
    scratch.execute(
        """
        CREATE COLLATION german (provider = icu, locale = 'de');
        CREATE COLLATION blurred (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
        CREATE TABLE t (id text COLLATE german PRIMARY KEY);
        CREATE TABLE b (id text COLLATE blurred PRIMARY KEY);
        CREATE TABLE c (id text COLLATE "C" PRIMARY KEY);
        INSERT INTO t SELECT CASE WHEN i % 2 = 0 THEN chr(65 + i % 26) ELSE chr(97 + i % 26) END || i
          FROM generate_series(1, 500) i;
        INSERT INTO t VALUES (''), ('ä'), ('Ä'), ('z''\\"'), (E'\n'), ('😀'), ('NULL');
        INSERT INTO b TABLE t ON CONFLICT DO NOTHING;
        INSERT INTO c TABLE t;
        ANALYZE t;
        """);
    try (Reading reading = new Reading(scratch)) {
      assertThat(
              reading.reader.facts(List.of(table("t"), table("b"), table("c"))).stream()
                  .map(TableFacts::keyOrder))
          .containsExactly(0.0, 0.0, 1.0);
      for (String name : List.of("t", "b", "c")) {
        List<String> key = List.of("id");
        List<Key> cuts = reading.reader.cuts(table(name), key, 5);
        assertThat(cuts).hasSize(4);
        List<String> all = reading.firsts(name, new Range.All(), "id");
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
          Key from = i == 0 ? null : cuts.get(i - 1);
          Key to = i == 4 ? null : cuts.get(i);
          List<String> part = reading.firsts(name, new Range.Keys(key, from, to), "id");
          assertThat(part).isNotEmpty();
          parts.addAll(part);
        }
        assertThat(parts).containsExactlyInAnyOrderElementsOf(all);
        List<Key> keys = all.stream().map(Key::of).toList();
        assertThat(reading.firsts(name, new Range.OneOf(key, keys), "id"))
            .containsExactlyInAnyOrderElementsOf(all);
      }
      assertThat(reading.firsts("t", keysBetween("Z", "a"), "id")).isEmpty();
      assertThat(reading.firsts("t", keysBetween("b", "c"), "id"))
          .isNotEmpty()
          .allMatch(id -> id.startsWith("b"));
    }
  }

  private static Range.Keys keysBetween(String from, String to) {
    return new Range.Keys(List.of("id"), Key.of(from), Key.of(to));
  }

  @Test
  void largeObjectsAreReadAsTableOfSlices() {
    try (Reading reading = new Reading(scratch)) {
      assertThat(reading.reader.facts(List.of(LargeObjects.TABLE)).get(0))
          .isEqualTo(new TableFacts(LargeObjects.TABLE, 0, 0, 0, 1, false));
    }
    scratch.execute(
        """
        SELECT lo_from_bytea(4711, decode(repeat('0102', 200000), 'hex'));
        SELECT lo_from_bytea(4712, '');
        SELECT lo_put(lo_create(4713), 600000, '\\xff');
        """);
    ScratchServer.Role role = scratch.createRole();
    try (Reading reading = new Reading(scratch)) {
      TableFacts facts = reading.reader.facts(List.of(LargeObjects.TABLE)).get(0);
      assertThat(facts.rows()).isEqualTo(3);
      assertThat(facts.bytes()).isPositive();
      List<Key> cuts = reading.reader.cuts(LargeObjects.TABLE, List.of("loid"), 3);
      assertThat(cuts).containsExactly(Key.of("4712"), Key.of("4713"));
      assertThat(slices(reading, new Range.Keys(List.of("loid"), null, cuts.get(0))))
          .containsExactly("4711:0:262144", "4711:262144:137856");
      assertThat(slices(reading, new Range.Keys(List.of("loid"), cuts.get(0), null)))
          .containsExactly("4712:0:0", "4713:0:262144", "4713:262144:262144", "4713:524288:75713");
    }
    try (Reading reading = new Reading(scratch.url(role), 1)) {
      assertThatThrownBy(() -> slices(reading, new Range.All()))
          .isInstanceOf(DatabaseError.class)
          .extracting(e -> ((DatabaseError) e).code())
          .isEqualTo(ErrorCode.PRIVILEGE_MISSING);
      // The reader is as good as before.
      assertThat(reading.reader.facts(List.of(LargeObjects.TABLE))).hasSize(1);
    }
  }

  private static List<String> slices(Reading reading, Range range) {
    RowQuery query =
        new RowQuery(
            LargeObjects.TABLE,
            range,
            columns(FieldForm.NATIVE, "loid", "offset", "data"),
            RowFormat.BINARY);
    return reading.rows(query).stream()
        .map(Reading::fields)
        .map(
            fields ->
                ByteBuffer.wrap(fields.get(0)).getInt()
                    + ":"
                    + ByteBuffer.wrap(fields.get(1)).getLong()
                    + ":"
                    + fields.get(2).length)
        .toList();
  }

  @Test
  void keysMayHaveAnyName() {
    scratch.execute(
        """
        CREATE TABLE t ("weight" int, "before" int, "total" int, "part" int, "t" int, "at" int,
                        "sampled" int, PRIMARY KEY ("weight", "part", "t", "before"));
        INSERT INTO t SELECT i % 3, i, i, i, i, i, i FROM generate_series(1, 900) i;
        """);
    List<String> key = List.of("weight", "part", "t", "before");
    try (Reading reading = new Reading(scratch)) {
      List<Key> cuts = reading.reader.cuts(table("t"), key, 3);
      assertThat(cuts).hasSize(2);
      assertThat(reading.firsts("t", new Range.Keys(key, cuts.get(0), cuts.get(1)), "t"))
          .hasSizeBetween(290, 310);
    }
  }
}
