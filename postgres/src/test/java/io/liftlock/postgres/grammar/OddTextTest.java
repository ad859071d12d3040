package io.liftlock.postgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.syntax.BodyStatement;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.DoBlock;
import io.liftlock.core.syntax.NotUnderstood;
import io.liftlock.core.syntax.Reading;
import io.liftlock.core.syntax.RoutineBody;
import io.liftlock.core.syntax.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person may write never breaks the reading, and places always lie inside the text. */
class OddTextTest {

  private static final List<String> PIECES =
      List.of(
          "'",
          "''",
          "\\'",
          "E'",
          "$$",
          "$a$",
          "\"",
          "/*",
          "*/",
          "--",
          "\n",
          ";",
          "(",
          ")",
          "😀",
          "ü",
          "\u0000",
          "DO ",
          "BEGIN ",
          "END",
          "SELECT ",
          "INTO ",
          "STRICT ",
          "EXECUTE ",
          "a.b",
          "[1]",
          ",",
          "1",
          "||",
          "U&'\\00e4'",
          "$1",
          "BEGIN ATOMIC ",
          "IF ",
          "THEN ",
          "LOOP ",
          "UPDATE t SET a = 1",
          " ",
          "\t",
          "INSERT INTO t ",
          "DECLARE x int; ",
          "\uFEFF",
          "\uD83D");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        " ",
        "-- nothing",
        "/* open",
        "SELECT 'open",
        "SELECT \"open",
        "DO $$ BEGIN NULL;",
        "DO $a$ BEGIN PERFORM 'open; END $a$",
        "DO $a$ BEGIN PERFORM $b$ open; END $a$",
        "DO 'BEGIN EXECUTE ''open; END'",
        "DO 'BEGIN EXECUTE ''''open''''; END'",
        "DO E'\\",
        "DO E'BEGIN \\u00'",
        "DO E'\\UFFFFFFFF\\777'",
        "DO U&'\\0042EGIN END'",
        "DO ''",
        "DO $$$$",
        "DO LANGUAGE sql ''",
        "CREATE FUNCTION f() RETURNS int",
        "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'a', 'b'",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS ''",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC END",
        "DO $$ BEGIN SELECT 1 INTO",
        "DO $$ BEGIN SELECT 1 INTO; END $$",
        "DO $$ BEGIN SELECT 1 INTO a[; END $$",
        "DO $$ BEGIN EXECUTE ''; END $$",
        "DO $$ BEGIN EXECUTE ';;'; END $$",
        "SELECT E'\\'",
        "SELECT E'a\\\\', 'b'",
        "SELECT '\\', E'it\\'s'"
      })
  void oddTextIsReadOrRefused(String sql) {
    expectPlacesInside(sql);
  }

  @Test
  void textsOfOddPiecesAreReadOrRefused() {
    Random random = new Random(5);
    for (int i = 0; i < 1500; i++) {
      StringBuilder sql = new StringBuilder(i % 3 == 0 ? "DO $q$ BEGIN " : "");
      for (int n = random.nextInt(12); n >= 0; n--) {
        sql.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      expectPlacesInside(sql + (i % 3 == 0 ? " END $q$" : ""));
    }
  }

  @Test
  void blocksInBlocksInBlocksKeepTheirPlaces() {
    String sql = "DELETE FROM t";
    for (int depth = 0; depth < 12; depth++) {
      sql = "DO $d" + depth + "$ BEGIN " + sql + "; END $d" + depth + "$";
    }
    RoutineBody body = Read.as(DoBlock.class, sql).body();
    while (body.statements().get(0).command() instanceof DoBlock inner) {
      body = inner.body();
    }

    assertThat(body.statements().get(0).command()).isInstanceOf(Write.class);
    assertThat(body.statements().get(0).at()).isEqualTo(sql.indexOf("DELETE"));
  }

  @Test
  void aBodyOfAHundredKilobytesIsReadWhole() {
    StringBuilder sql = new StringBuilder("DO 'BEGIN\n");
    int count = 0;
    while (sql.length() < 100_000) {
      sql.append("  -- 😀 step\n  UPDATE t SET a = ''x'' || b WHERE id BETWEEN 1 AND ")
          .append(count);
      sql.append(";\n");
      count++;
    }
    String text = sql.append("END'").toString();
    List<BodyStatement> found = Read.as(DoBlock.class, text).body().statements();

    assertThat(found).hasSize(count);
    assertThat(found.get(count - 1).at()).isEqualTo(text.lastIndexOf("UPDATE"));
  }

  private static void expectPlacesInside(String sql) {
    List<Integer> places = new ArrayList<>();
    PostgresParser.read(sql)
        .match(
            new Reading.Cases<Boolean>() {
              @Override
              public Boolean understood(Reading.Understood reading) {
                return collect(reading.said(), places);
              }

              @Override
              public Boolean refused(Reading.Refused reading) {
                assertThat(reading.why().message()).isNotBlank();
                return places.add(reading.why().at());
              }
            });
    assertThat(places).as(sql).allMatch(at -> at >= 0 && at <= sql.length());
  }

  private static boolean collect(Command command, List<Integer> places) {
    if (command instanceof DoBlock block) {
      places.addAll(block.body().dynamic());
      block.body().notUnderstood().map(NotUnderstood::at).ifPresent(places::add);
      for (BodyStatement statement : block.body().statements()) {
        places.add(statement.at());
        collect(statement.command(), places);
      }
    }
    return true;
  }
}
