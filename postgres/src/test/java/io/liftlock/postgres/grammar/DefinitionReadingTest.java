package io.liftlock.postgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.Reading;
import io.liftlock.core.syntax.Write;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the statements that define things say. */
class DefinitionReadingTest {

  @TestFactory
  List<DynamicTest> readings() {
    return Corpus.pairs("readings.txt").stream()
        .map(
            pair ->
                DynamicTest.dynamicTest(
                    pair.sql(),
                    () -> assertThat(Brief.of(Read.command(pair.sql()))).isEqualTo(pair.below())))
        .toList();
  }

  @Test
  void everyRecordOfADefinitionIsAmongThem() {
    assertThat(Corpus.pairs("readings.txt")).hasSizeGreaterThan(100);
  }

  @Test
  void actionsTellTheirPlaceInCharactersOfJava() {
    String sql = "ALTER TABLE \"ü😀\" ADD a int, ALTER b SET NOT NULL, ADD CHECK (c > 0) NOT VALID";

    List<Alteration> actions = Read.as(AlterTable.class, sql).actions();

    assertThat(actions)
        .extracting(action -> sql.substring(action.at()))
        .satisfiesExactly(
            rest -> assertThat(rest).startsWith("ADD a int"),
            rest -> assertThat(rest).startsWith("ALTER b"),
            rest -> assertThat(rest).startsWith("ADD CHECK"));
  }

  @Test
  void columnsAndConstraintsKeepTheirTextToTheLastWord() {
    CreateTable table =
        Read.as(
            CreateTable.class,
            "CREATE TABLE t (a text /* why */ NOT NULL, FOREIGN KEY (a) REFERENCES p"
                + " DEFERRABLE NOT VALID)");

    assertThat(table.columns())
        .extracting(ColumnDefinition::text)
        .containsExactly("a text /* why */ NOT NULL");
    assertThat(table.constraints())
        .extracting(ConstraintDefinition::text)
        .containsExactly("FOREIGN KEY (a) REFERENCES p DEFERRABLE NOT VALID");
    assertThat(table.constraints().get(0).notValid()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1 FROM t WHERE 'a | 22 | the string that begins here is never closed",
        "SELECT \"a                | 7  | the quoted name that begins here is never closed",
        "DROP TABLE                | 10 | the statement ends too early",
        "ALTER TABLE t DETACH p    | 21 | syntax error at \"p\", expected \"PARTITION\""
      })
  void refusalsAreSentences(String sql, int at, String message) {
    assertThat(PostgresParser.read(sql))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> {
              assertThat(refused.why().at()).isEqualTo(at);
              assertThat(refused.why().message()).startsWith(message);
            });
  }

  @Test
  void anInsertOfManyRowsIsReadByItsHeadAndItsTail() {
    String rows =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "(" + i + ", 'it''s (', $$)$$, E'\\')')")
            .collect(Collectors.joining(",\n"));

    Write write =
        Read.as(
            Write.class,
            "INSERT INTO app.t (a, b, c, d) VALUES "
                + rows
                + " ON CONFLICT (a) DO UPDATE SET b = now()");

    assertThat(write.table()).hasToString("app.t");
    assertThat(write.columns()).containsExactly("a", "b", "c", "d");
    assertThat(write.conflict()).isPresent();
  }

  @Test
  void whatIsBrokenBehindManyRowsIsRefusedAtItsPlace() {
    String rows =
        IntStream.range(0, 20_000).mapToObj(i -> "(" + i + ")").collect(Collectors.joining(","));
    String sql = "INSERT INTO t VALUES " + rows + " ON CONFLICTS";

    assertThat(PostgresParser.read(sql))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> assertThat(refused.why().at()).isEqualTo(sql.indexOf("CONFLICTS")));
  }

  @Test
  void whatIsNestedTooDeeplyIsRefusedAndDoesNotThrow() {
    String parentheses = "SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000);
    String signs = "SELECT " + "- ".repeat(20_000) + "1";

    assertThat(PostgresParser.read(parentheses))
        .isInstanceOfSatisfying(
            Reading.Refused.class,
            refused -> assertThat(refused.why().message()).contains("nested too deeply"));
    assertThat(PostgresParser.read(signs)).isInstanceOf(Reading.Refused.class);
  }
}
