package io.liftlock.sqlite;

import static io.liftlock.core.transfer.FieldForm.ANY;
import static io.liftlock.core.transfer.FieldForm.BYTES;
import static io.liftlock.core.transfer.FieldForm.INTEGER;
import static io.liftlock.core.transfer.FieldForm.REAL;
import static io.liftlock.core.transfer.FieldForm.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.RowSink;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.error.StateError;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.core.transfer.TableFacts;
import io.liftlock.core.transfer.Tally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RowReadingTest {

  private static final ObjectId T = ObjectId.of(ObjectKind.TABLE, "t");

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("state/source.db");
  }

  private void make(String sql) {
    new ByHand(file()).run(sql);
  }

  private Rows read(Range range, List<ReadColumn> columns) {
    Rows rows = new Rows();
    try (Database database = Workshop.open(file());
        ReadPoint point = database.rowSource().open(1);
        TableReader reader = point.reader()) {
      Tally tally = reader.read(new RowQuery(T, range, columns, RowFormat.TUPLES), rows);
      assertThat(tally.rows()).isEqualTo(rows.tuples.size());
      assertThat(tally.bytes()).isEqualTo(rows.tuples.stream().mapToLong(t -> t.length).sum());
    }
    return rows;
  }

  private Rows read(FieldForm form, String... names) {
    return read(new Range.All(), Rows.columns(form, names));
  }

  @Test
  void readsEachStorageClassInItsForm() {
    make(
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, r REAL, s TEXT, b BLOB);
        INSERT INTO t VALUES (1, 0.5, 'ä€😀', x'00ff'), (-9223372036854775808, -1e300, '', x''),
          (9223372036854775807, NULL, NULL, NULL);
        """);
    Rows rows =
        read(
            new Range.All(),
            List.of(
                new ReadColumn("id", INTEGER),
                new ReadColumn("r", REAL),
                new ReadColumn("s", TEXT),
                new ReadColumn("b", BYTES)));
    assertThat(rows.texts(INTEGER, REAL, TEXT, BYTES))
        .containsExactlyInAnyOrder(
            "1 | 0.5 | 'ä€😀' | x'00ff'",
            "-9223372036854775808 | -1.0E300 | '' | x''",
            "9223372036854775807 | NULL | NULL | NULL");
  }

  @Test
  void keepsEveryStorageClassWhereAnyIsAskedFor() {
    make("CREATE TABLE t (v); INSERT INTO t VALUES (1), (1.0), ('1'), (x'31'), (NULL);");
    assertThat(read(ANY, "v").texts(ANY)).containsExactly("1", "1.0", "'1'", "x'31'", "NULL");
  }

  @Test
  void writesNumbersAsTextThatGivesThemBack() {
    make(
        """
        CREATE TABLE t (v);
        INSERT INTO t VALUES (12), (0.1), (1e22), (2.5e-7), (0.1 + 0.2), (9e999), (-9e999);
        """);
    assertThat(read(TEXT, "v").texts(TEXT))
        .containsExactly(
            "'12'",
            "'0.1'",
            "'10000000000000000000000'",
            "'0.00000025'",
            "'0.30000000000000004'",
            "'Infinity'",
            "'-Infinity'");
  }

  @Test
  void widensWholeNumbersToDoublesOnlyWhereNothingIsLost() {
    make(
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, v);
        INSERT INTO t VALUES (1, 9007199254740992), (2, -9007199254740992), (3, 9007199254740993),
          (4, -9223372036854775808);
        """);
    Rows rows = read(REAL, "v");
    assertThat(rows.texts(REAL)).containsExactly("9.007199254740992E15", "-9.007199254740992E15");
    assertThat(rows.misfits).extracting(Misfit::rowid).containsExactly(3L, 4L);
  }

  @Test
  void listsMisfitsByRowAndColumnAndGoesOnBehindThem() {
    make(
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, s TEXT);
        INSERT INTO t VALUES (1, 1, 'one'), (2, 'two', 'two'), (3, 3, CAST(x'ff' AS TEXT)),
          (4, 4, 'a' || char(0) || 'b'), (5, x'05', 'five'), (6, 6.5, 'six'), (7, 7, x'37'),
          (8, 8, 'eight');
        """);
    List<ReadColumn> columns = List.of(new ReadColumn("n", INTEGER), new ReadColumn("s", TEXT));
    Rows rows = read(new Range.All(), columns);
    assertThat(rows.texts(INTEGER, TEXT)).containsExactly("1 | 'one'", "8 | 'eight'");
    assertThat(rows.misfits)
        .extracting(Misfit::described)
        .containsExactly(
            "t, rowid 2, column n: text in a column of whole numbers",
            "t, rowid 3, column s: text that is not valid UTF-8",
            "t, rowid 4, column s: text with a zero byte",
            "t, rowid 5, column n: bytes in a column of whole numbers",
            "t, rowid 6, column n: a real number in a column of whole numbers",
            "t, rowid 7, column s: bytes in a column of text");
  }

  @Test
  void refusesAMisfitUnlessTheSinkTakesIt() {
    make("CREATE TABLE t (n INTEGER); INSERT INTO t VALUES ('secret');");
    try (Database database = Workshop.open(file());
        ReadPoint point = database.rowSource().open(1);
        TableReader reader = point.reader()) {
      RowQuery query =
          new RowQuery(T, new Range.All(), Rows.columns(INTEGER, "n"), RowFormat.TUPLES);
      assertThatThrownBy(() -> reader.read(query, new Refusing()))
          .isInstanceOf(StateError.class)
          .hasMessageContaining("t, rowid 1, column n")
          .hasMessageNotContaining("secret");
      // The reader is of use still.
      assertThat(
              reader.read(
                  new RowQuery(T, new Range.All(), Rows.columns(ANY, "n"), RowFormat.TUPLES),
                  new Rows()))
          .extracting(Tally::rows)
          .isEqualTo(1L);
    }
  }

  private static final class Refusing implements RowSink {
    @Override
    public void write(byte[] bytes, int offset, int length) {
      throw new AssertionError("a misfit was written");
    }

    @Override
    public void endRow() {
      throw new AssertionError("a misfit was written");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id INTEGER PRIMARY KEY",
        "id INT PRIMARY KEY NOT NULL",
        "id TEXT PRIMARY KEY",
        "id BLOB PRIMARY KEY",
        "id REAL PRIMARY KEY"
      })
  void cutsPartsThatTogetherAreTheTable(String key) {
    String value =
        key.contains("TEXT")
            ? "printf('k%05d', x)"
            : key.contains("BLOB") ? "CAST(printf('k%05d', x) AS BLOB)" : "x * 7";
    make(
        """
        CREATE TABLE t (%s);
        WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 1000)
        INSERT INTO t SELECT %s FROM c;
        """
            .formatted(key, value));
    assertPartsAreTheTable(List.of("id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "WITHOUT ROWID"})
  void cutsByKeysOfSeveralColumns(String options) {
    make(
        """
        CREATE TABLE t (a INTEGER NOT NULL, b TEXT NOT NULL, PRIMARY KEY (a, b)) %s;
        WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 1000)
        INSERT INTO t SELECT x / 10, 'b' || (x %% 10) FROM c;
        """
            .formatted(options));
    assertPartsAreTheTable(List.of("a", "b"));
  }

  @Test
  void losesNoRowWhoseKeyIsNull() {
    make(
        """
        CREATE TABLE t (id TEXT PRIMARY KEY);
        WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 1000)
        INSERT INTO t SELECT iif(x % 3 = 0, NULL, 'k' || x) FROM c;
        """);
    assertPartsAreTheTable(List.of("id"));
  }

  private void assertPartsAreTheTable(List<String> key) {
    List<ReadColumn> columns = Rows.columns(ANY, key.toArray(String[]::new));
    try (Database database = Workshop.open(file());
        ReadPoint point = database.rowSource().open(1);
        TableReader reader = point.reader()) {
      List<Key> cuts = reader.cuts(T, key, 7);
      assertThat(cuts).hasSizeBetween(4, 6);
      FieldForm[] forms = key.stream().map(name -> ANY).toArray(FieldForm[]::new);
      List<String> together = new ArrayList<>();
      Key from = null;
      for (int i = 0; i <= cuts.size(); i++) {
        Key to = i == cuts.size() ? null : cuts.get(i);
        Rows part = new Rows();
        reader.read(
            new RowQuery(T, new Range.Keys(key, from, to), columns, RowFormat.TUPLES), part);
        assertThat(part.tuples).hasSizeBetween(90, 500);
        together.addAll(part.texts(forms));
        from = to;
      }
      Rows all = new Rows();
      reader.read(new RowQuery(T, new Range.All(), columns, RowFormat.TUPLES), all);
      assertThat(together).hasSize(1000).containsExactlyInAnyOrderElementsOf(all.texts(forms));
      Rows some = new Rows();
      reader.read(new RowQuery(T, new Range.OneOf(key, cuts), columns, RowFormat.TUPLES), some);
      assertThat(some.tuples).hasSameSizeAs(cuts);
    }
  }

  @Test
  void tellsHowLargeTablesAreAndWhereTheyCount() {
    make(
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, s TEXT);
        WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 10000)
        INSERT INTO t SELECT x, printf('%.50c', 'x') FROM c;
        DELETE FROM t WHERE id > 9000;
        -- Names that the query for it could stumble over.
        CREATE TABLE k (n TEXT PRIMARY KEY, first BLOB, rowid TEXT, place TEXT) WITHOUT ROWID;
        INSERT INTO k VALUES ('a', zeroblob(1000), 1, 1), ('b', zeroblob(1000), 1, 1),
          ('c', zeroblob(1000), 1, 1);
        CREATE TABLE n (n INT, first INT, row INT, ends INT);
        INSERT INTO n VALUES (1, 1, 1, 1);
        """);
    try (Database database = Workshop.open(file());
        ReadPoint point = database.rowSource().open(1);
        TableReader reader = point.reader()) {
      assertThat(reader.facts(List.of(T)).get(0).rows()).isEqualTo(9000);
      assertThat(reader.facts(List.of(T)).get(0).bytes()).isBetween(400_000L, 700_000L);
      TableFacts keyed = reader.facts(List.of(ObjectId.of(ObjectKind.TABLE, "k"))).get(0);
      assertThat(reader.facts(List.of(ObjectId.of(ObjectKind.TABLE, "n"))).get(0).rows())
          .isEqualTo(1);
      assertThat(keyed.rows()).isEqualTo(3);
      assertThat(keyed.bytes()).isBetween(3_000L, 4_000L);
      assertThat(reader.sequences())
          .containsExactly(
              new SequencePosition(ObjectId.of(ObjectKind.COLUMN, "t", "id"), 10000, true));
    }
  }
}
