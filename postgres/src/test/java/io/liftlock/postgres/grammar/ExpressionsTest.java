package io.liftlock.postgres.grammar;

import static io.liftlock.postgres.grammar.Read.condition;
import static io.liftlock.postgres.grammar.Read.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.syntax.Call;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Expression.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-1",
        "+ 1.5",
        "- (1)",
        "'a'",
        "$$a$$",
        "E'a\\n'",
        "true",
        "FALSE",
        "'a'::text",
        "('a')::varchar(3)",
        "CAST('1' AS int)",
        "date '2020-01-01'",
        "interval '1 day'",
        "'{}'::int[]",
        "ARRAY[1, 2]",
        "ARRAY[['a'], ['b']]",
        "'a' COLLATE \"C\"",
        "'2020-01-01'::timestamptz"
      })
  void literalsAreSeenToBeSo(String sql) {
    Expression value = value(sql);

    assertThat(value.form()).isEqualTo(Form.LITERAL);
    assertThat(value.calls()).isEmpty();
    assertThat(value.text()).isEqualTo(sql);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL", "NULL::text", "(NULL)", "CAST(NULL AS int)"})
  void nullIsAFormOfItsOwn(String sql) {
    assertThat(value(sql).form()).isEqualTo(Form.NULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "now()",
        "1 + 1",
        "a",
        "'a' || 'b'",
        "ARRAY[random()]",
        "(SELECT 1)",
        "CASE WHEN true THEN 1 END",
        "- a",
        "(1, 2)",
        "1 IN (1)",
        "NOT true",
        "random()::int"
      })
  void whatMustBeComputedIsNoLiteral(String sql) {
    assertThat(value(sql).form()).isEqualTo(Form.COMPUTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "now()|now|0",
        "CURRENT_DATE|current_date|0",
        "current_timestamp(3)|current_timestamp|0",
        "Current_User|current_user|0",
        "localtime|localtime|0",
        "nextval('s')|nextval|1",
        "app.Next_Id(1, 2)|app.next_id|2",
        "\"App\".\"Id\"()|\"App\".\"Id\"|0",
        "coalesce(a, 1)|coalesce|2",
        "extract(year FROM a)|extract|1",
        "substring(a FROM 1 FOR 2)|substring|3",
        "trim(both 'x' from a)|trim|2",
        "count(*)|count|1",
        "make_interval(days => 1)|make_interval|1"
      })
  void callsAreNamedAsWritten(String sql, String name, int arguments) {
    assertThat(value(sql).calls()).containsExactly(new Call(name, arguments));
  }

  @Test
  void callsComeInOrderAlsoFromQueriesInside() {
    Expression value = value("f(g(1)) + (SELECT h(b) FROM u WHERE k())");

    assertThat(value.calls()).extracting(Call::name).containsExactly("f", "g", "h", "k");
    assertThat(value.query()).isTrue();
  }

  @Test
  void castsAreNoCalls() {
    assertThat(value("CAST(a AS text)").calls()).isEmpty();
    assertThat(value("a::text").calls()).isEmpty();
  }

  @Test
  void columnsAreNamedWithoutTheirTables() {
    Expression value = value("a + T.B + s.t.\"C\" + (r).d + e[1] + $1");

    assertThat(value.columns()).containsExactlyInAnyOrder("a", "b", "C", "r", "e");
    assertThat(value.query()).isFalse();
  }

  @Test
  void andIsTakenApartAtTheTopOnly() {
    Expression both = condition("(a  IS\n NOT NULL /* so */ AND (b > 0)) AND c BETWEEN 1 AND 2");

    assertThat(both.conjuncts()).containsExactly("a IS NOT NULL", "b > 0", "c BETWEEN 1 AND 2");
    assertThat(condition("a AND b OR c").conjuncts()).containsExactly("a AND b OR c");
    assertThat(condition("NOT (a AND b)").conjuncts()).containsExactly("NOT (a AND b)");
    assertThat(condition("f(a AND b)").conjuncts()).containsExactly("f(a AND b)");
    assertThat(condition("a = 'x  y'").conjuncts()).containsExactly("a = 'x  y'");
  }

  @Test
  void onlyConjunctsProveThatAColumnIsNotNull() {
    assertThat(condition("a IS NOT NULL AND (t.b NOTNULL AND NOT (\"C\" IS NULL))").notNull())
        .containsExactlyInAnyOrder("a", "b", "C");
    assertThat(condition("a IS NOT NULL OR b > 0").notNull()).isEmpty();
    assertThat(condition("b > 0").notNull()).isEmpty();
    assertThat(condition("a IS NULL").notNull()).isEmpty();
    assertThat(condition("NOT (a IS NOT NULL)").notNull()).isEmpty();
    assertThat(condition("lower(a) IS NOT NULL").notNull()).isEmpty();
    assertThat(condition("first_name IS NOT NULL").notNull()).containsExactly("first_name");
    assertThat(condition("a IS NOT DISTINCT FROM NULL").notNull()).isEmpty();
    assertThat(condition("a IS NOT TRUE").notNull()).isEmpty();
  }

  @Test
  void anExpressionKnowsWhereItStands() {
    String sql = "UPDATE t /* 😀 ü */ SET c = 1 + 2";
    assertThat(value("'😀' || d").at()).isEqualTo("UPDATE t SET c = ".length());
    Expression value = Read.as(io.liftlock.core.syntax.Write.class, sql).assignments().get("c");
    assertThat(value.at()).isEqualTo(sql.indexOf("1 + 2"));
    assertThat(value.text()).isEqualTo("1 + 2");
  }
}
