package io.liftlock.engine.transfer.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.sql.Dialect;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in the other dialect, and what is not, since it could mean something else there. */
class ConditionTranslatorTest {

  private static final Map<String, Field> COLUMNS =
      Map.of(
          "n", new Field("n", ValueKind.NUMBER),
          "m", new Field("m", ValueKind.NUMBER),
          "t", new Field("\"T\"", ValueKind.TEXT),
          "b", new Field("b", ValueKind.BOOLEAN),
          "d", new Field("d", ValueKind.OTHER));

  private static Optional<String> said(Dialect from, String condition) {
    return ConditionTranslator.translate(
        from, condition, name -> Optional.ofNullable(COLUMNS.get(name)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n > 5 | (n > 5)",
        "n == -1 AND m != 2.5 | ((n = -1) AND (m <> 2.5))",
        "NOT (n < m OR t IS NULL) | (NOT ((n < m) OR (\"T\" IS NULL)))",
        "t NOT IN ('a', 'it''s') | (\"T\" NOT IN ('a', 'it''s'))",
        "n BETWEEN 1 AND 9 | (n BETWEEN 1 AND 9)",
        "b = 1 OR b IN (0, 1) | ((b = true) OR (b IN (false, true)))",
        "d NOTNULL AND length(t) > 3 | ((d IS NOT NULL) AND (length(\"T\") > 3))",
      })
  void sqlitesConditions(String condition, String expected) {
    assertThat(said(Dialect.SQLITE, condition)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "((n >= '-1'::integer) AND (m < 100.5)) | ((n >= -1) AND (m < 100.5))",
        "(t = ANY (ARRAY['x'::text, 'y'::text])) | (\"T\" IN ('x', 'y'))",
        "((t)::text <> ALL ((ARRAY['x'::character varying])::text[])) | (\"T\" NOT IN ('x'))",
        "(t = 'a'::public.mood) | (\"T\" = 'a')",
        "(b AND (NOT (b = false))) | (b AND (NOT (b = 0)))",
        "(n > (0.5)::double precision) | (n > 0.5)",
      })
  void postgresConditions(String condition, String expected) {
    assertThat(said(Dialect.POSTGRES, condition)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t < 'm'",
        "t LIKE 'a%'",
        "t BETWEEN 'a' AND 'b'",
        "n = '5'",
        "t = 5",
        "d = '2026-11-20'",
        "b = 2",
        "n",
        "n + 1 > 2",
        "n / 2 = 1",
        "lower(t) = 'a'",
        "unknown > 1",
        "t = x'00'",
        "n = 12345678901234567890",
        "n > 1 AND",
        "t COLLATE NOCASE = 'a'",
        "n IN (SELECT 1)",
        "t = 'a\\b'",
        "NULL",
      })
  void whatMayMeanSomethingElseIsLeft(String condition) {
    assertThat(said(Dialect.SQLITE, condition)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(n)::numeric > 1.5",
        "t ~ 'a'",
        "(d)::date > '2026-01-01'::date",
        "n = ALL (ARRAY[1, 2])",
        "t = E'a'",
        "t = $$a$$",
      })
  void soOfPostgres(String condition) {
    assertThat(said(Dialect.POSTGRES, condition)).isEmpty();
  }
}
