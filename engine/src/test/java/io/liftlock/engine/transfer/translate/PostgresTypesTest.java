package io.liftlock.engine.transfer.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.transfer.ColumnCensus;
import io.liftlock.core.transfer.ColumnCensus.Trait;
import io.liftlock.core.transfer.FieldForm;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which type follows from what is declared and from what is there. */
class PostgresTypesTest {

  /** Values as {@code INTEGER=3+TEXT=1}. */
  private static ColumnCensus census(String counts, long largest, Trait... traits) {
    Map<FieldForm, Long> found = new EnumMap<>(FieldForm.class);
    for (String each : counts.split("\\+")) {
      if (!each.isEmpty()) {
        String[] parts = each.split("=");
        found.put(FieldForm.valueOf(parts[0]), Long.parseLong(parts[1]));
      }
    }
    return new ColumnCensus("c", "", found, 0, largest, List.of(traits));
  }

  private static String chosen(String declared, ColumnCensus census) {
    return PostgresTypes.choose(declared, new Found(Optional.of(census))).type();
  }

  @ParameterizedTest
  @CsvSource({
    "TINYINT, TEXT=1, bigint",
    "UNSIGNED BIG INT, REAL=1, bigint",
    "NVARCHAR(100), BYTES=1, text",
    "CLOB, '', text",
    "DOUBLE PRECISION, INTEGER=1, double precision",
    "FLOAT, '', double precision",
    "'DECIMAL(10, 5)', REAL=3, numeric",
    "BLOB, BYTES=1+TEXT=1, bytea",
    "BLOB, TEXT=2, text",
    "BOOLEAN, TEXT=1, text",
    "BOOLEAN, INTEGER=3, bigint",
    "DATE, INTEGER=1+TEXT=1, text",
    "DATETIME, INTEGER=9, bigint",
    "DATETIME, REAL=9, text",
    "UUID, TEXT=1, text",
    "STRING, INTEGER=1, bigint",
    "'', BYTES=2, bytea",
    "'', INTEGER=1+REAL=1, double precision",
    "'', INTEGER=1+TEXT=1, text",
    "ANY, '', text",
  })
  void byAffinityAndByValues(String declared, String counts, String type) {
    assertThat(chosen(declared, census(counts, 7))).isEqualTo(type);
  }

  @Test
  void whatIsDeclaredIsBelievedWhereEveryValueKeepsIt() {
    assertThat(chosen("BOOLEAN", census("INTEGER=2", 1, Trait.BOOLEAN))).isEqualTo("boolean");
    assertThat(chosen("DATE", census("TEXT=2", 0, Trait.DATE))).isEqualTo("date");
    assertThat(chosen("TIMESTAMP", census("TEXT=2", 0, Trait.TIMESTAMP)))
        .isEqualTo("timestamp without time zone");
    assertThat(chosen("DATETIME", census("TEXT=2", 0, Trait.TIMESTAMP_WITH_ZONE)))
        .isEqualTo("timestamp with time zone");
    assertThat(chosen("DATETIME", census("", 0))).isEqualTo("timestamp without time zone");
  }

  @Test
  void aWholeNumberBeyondDoublesMakesNoDouble() {
    assertThat(chosen("", census("INTEGER=1+REAL=1", 1L << 53))).isEqualTo("double precision");
    assertThat(chosen("", census("INTEGER=1+REAL=1", (1L << 53) + 1))).isEqualTo("numeric");
  }

  @ParameterizedTest
  @CsvSource({
    "int4, 3000000000, some of its 2 values lie beyond",
    "smallint, 40000, some of its 2 values lie beyond",
    "bigint, 9, ''",
    "bool, 9, not every one of its 2 values is 0 or 1",
    "timestamptz, 9, not every one of its 2 values is a time with a zone",
    "bytea, 9, 2 of its 2 values are no bytes",
    "float8, 9, ''",
    "jsonb, 9, ''",
  })
  void anOverrideIsHeldAgainstTheValues(String type, long largest, String why) {
    assertThat(ValueCheck.objection(census("INTEGER=2", largest), type).orElse("")).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource({
    "timestamptz(3), timestamp(3) with time zone",
    "'varchar(20)', character varying(20)",
    "'DECIMAL(10,2)', 'numeric(10,2)'",
    "double precision, double precision",
    "mood, mood",
  })
  void aTypeIsWrittenAsTheServerPrintsIt(String written, String printed) {
    assertThat(PostgresTypes.printed(written)).isEqualTo(printed);
  }
}
