package io.liftlock.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.ColumnCensus;
import io.liftlock.core.transfer.ColumnCensus.Trait;
import io.liftlock.core.transfer.FieldForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CensusTest {

  @TempDir Path folder;

  private List<ColumnCensus> census(String sql) {
    Path file = folder.resolve("state/source.db");
    new ByHand(file).run(sql);
    try (Database database = Workshop.open(file);
        ReadPoint point = database.rowSource().open(1);
        TableReader reader = point.reader()) {
      return reader.census(ObjectId.of(ObjectKind.TABLE, "t")).orElseThrow();
    }
  }

  private ColumnCensus values(String values) {
    return census("CREATE TABLE t (v); INSERT INTO t VALUES " + values + ";").get(0);
  }

  @Test
  void countsEachFormInEachColumn() {
    List<ColumnCensus> census =
        census(
            """
            CREATE TABLE t (n INT, "odd ""v" WEIRD, empty DATE);
            INSERT INTO t VALUES (5, 'x', NULL), (-9223372036854775808, x'00', NULL),
              ('text', 1.5, NULL), (NULL, NULL, NULL);
            """);
    assertThat(census)
        .containsExactly(
            new ColumnCensus(
                "n",
                "INT",
                Map.of(FieldForm.INTEGER, 2L, FieldForm.TEXT, 1L),
                Long.MIN_VALUE,
                5,
                List.of()),
            new ColumnCensus(
                "odd \"v",
                "WEIRD",
                Map.of(FieldForm.TEXT, 1L, FieldForm.BYTES, 1L, FieldForm.REAL, 1L),
                0,
                0,
                List.of()),
            new ColumnCensus("empty", "DATE", Map.of(), 0, 0, List.of(Trait.values())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "(0), (1), (NULL)#BOOLEAN, NUMERIC",
        "(0), (2)#NUMERIC",
        "('0'), ('1')#NUMERIC",
        "('2026-11-20'), ('0001-01-01'), ('2024-02-29')#DATE",
        "('2026-02-29')#",
        "('2026-13-01')#",
        "('0000-01-01')#",
        "('2026-11-20 17:30'), ('2026-11-20T17:30:00.123456')#TIMESTAMP",
        "('2026-11-20 17:30:00.1234567')#",
        "('2026-11-20 24:00:00')#",
        "('2026-11-20 17:30:00Z'), ('2026-11-20T17:30:00.5+05:30')#TIMESTAMP_WITH_ZONE",
        "('2026-11-20 17:30:00Z'), ('2026-11-20 17:30:00')#",
        "('2026-11-20'), ('2026-11-20 17:30:00')#",
        "('2026-11-20'), (20261120)#",
        "('2026-11-20 ')#",
        "(1), (0.5), ('12345678901234567890.10'), ('-1e10')#NUMERIC",
        "(1), (9e999)#",
        "('1,5')#",
        "('')#",
        "(1), (x'31')#",
        "('2026-11-20' || char(0))#",
        "('1' || printf('%.100c', '0'))#NUMERIC",
        "('1' || printf('%.3000c', '0'))#"
      })
  void findsWhatIsTrueOfEveryValue(String values, String traits) {
    List<String> expected = traits == null ? List.of() : List.of(traits.split(", ", -1));
    assertThat(values(values).traits()).extracting(Trait::name).containsExactlyElementsOf(expected);
  }

  @Test
  void looksAtGeneratedColumnsAndTablesWithoutRowid() {
    assertThat(
            census(
                """
                CREATE TABLE t (k TEXT PRIMARY KEY, twice AS (k || k)) WITHOUT ROWID;
                INSERT INTO t VALUES ('a'), ('b');
                """))
        .extracting(ColumnCensus::column)
        .containsExactly("k", "twice");
  }

  @Test
  void knowsRowNumbersWithoutLookingAtEach() {
    ColumnCensus id =
        census("CREATE TABLE t (id INTEGER PRIMARY KEY); INSERT INTO t VALUES (-5), (3), (9);")
            .get(0);
    assertThat(id)
        .isEqualTo(
            new ColumnCensus(
                "id", "INTEGER", Map.of(FieldForm.INTEGER, 3L), -5, 9, List.of(Trait.NUMERIC)));
  }

  @Test
  void takesNoOtherKeyForRowNumbers() {
    ColumnCensus id =
        census(
                """
                CREATE TABLE t (id INTEGER PRIMARY KEY DESC);
                INSERT INTO t VALUES (1), ('one'), (NULL);
                """)
            .get(0);
    assertThat(id.counts()).isEqualTo(Map.of(FieldForm.INTEGER, 1L, FieldForm.TEXT, 1L));
  }
}
