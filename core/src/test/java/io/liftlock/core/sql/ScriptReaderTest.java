package io.liftlock.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptReaderTest {

  private static final SectionMarks ROLLBACK_LINE =
      line -> line.equals("-- Rollback") ? Optional.of(Section.DOWN) : Optional.empty();

  private final Problems problems = new Problems();

  private ScriptFile read(String sql, Dialect dialect, SectionMarks marks) {
    return new ScriptReader().read(ScriptSource.of("a.sql", sql), dialect, marks, problems);
  }

  private List<String> cut(String sql) {
    return texts(Dialect.POSTGRES, sql);
  }

  private List<String> cutSqlite(String sql) {
    return texts(Dialect.SQLITE, sql);
  }

  private List<String> texts(Dialect dialect, String sql) {
    return read(sql, dialect, SectionMarks.NONE).up().stream().map(Statement::text).toList();
  }

  private static String bytes(Statement statement) throws IOException {
    try (InputStream in = statement.openCopyData()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ";", ";;\n ;", "-- only a comment", "/* a /* nested */ one */", "\ufeff"})
  void nothingToRunIsAnEmptyScript(String sql) {
    assertThat(read(sql, Dialect.POSTGRES, SectionMarks.NONE).up().isEmpty()).isTrue();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void semicolonsOutsideLiteralsEndStatements() {
    assertThat(cut("select ';'; select \";\" /* ; */; select $$;$$; -- ;\nselect $a$;$$;$a$"))
        .containsExactly("select ';'", "select \";\"", "select $$;$$", "select $a$;$$;$a$");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void spansPointAtTheFirstTokenInCharactersAndBytes() {
    Script script =
        read("\ufeff-- é\r\n /* ü\n */ sélect 1 ;\nselect 2", Dialect.POSTGRES, SectionMarks.NONE)
            .up();
    List<Statement> statements = script.stream().toList();
    assertThat(statements.get(0).span()).isEqualTo(new Span("a.sql", 3, 5, 21, 30));
    assertThat(statements.get(1).span()).isEqualTo(new Span("a.sql", 4, 1, 33, 41));
  }

  @Test
  void atomicBodiesAreOneStatement() {
    String function =
        "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true"
            + " THEN 1 END; END";
    assertThat(cut(function + "; SELECT 2")).containsExactly(function, "SELECT 2");
    assertThat(cut("create function f_atomic(begin int) returns int as 'x' language sql; select 1"))
        .hasSize(2);
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void copyTakesItsDataBlock() throws IOException {
    ScriptFile file =
        read(
            "COPY t (a) FROM stdin;\n1;'\n\\N\n\\.\nselect 1;",
            Dialect.POSTGRES,
            SectionMarks.NONE);
    List<Statement> statements = file.up().stream().toList();
    assertThat(statements).hasSize(2);
    assertThat(statements.get(0).text()).isEqualTo("COPY t (a) FROM stdin");
    assertThat(bytes(statements.get(0))).isEqualTo("1;'\n\\N\n");
    assertThat(statements.get(1).span().line()).isEqualTo(5);
  }

  @Test
  void triggerBodiesOfSqliteAreOneStatement() {
    String trigger =
        "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = CASE WHEN 1 THEN 2 END;"
            + " DELETE FROM d; END";
    assertThat(cutSqlite(trigger + "; SELECT [a;b], `;`, x'00';"))
        .containsExactly(trigger, "SELECT [a;b], `;`, x'00'");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void sectionsSplitAFile() {
    ScriptFile file =
        read("select 1;\n-- Rollback\nselect 2;\nselect 3;", Dialect.POSTGRES, ROLLBACK_LINE);
    assertThat(file.up().size()).isEqualTo(1);
    assertThat(file.down().orElseThrow().size()).isEqualTo(2);
    assertThat(file.comments())
        .containsExactly(new CommentLine("Rollback", "-- Rollback", 2, 4, Section.UP));
  }

  @Test
  void psqlCommandsAreRefusedAllAtOnce() {
    cut("\\restrict abc\n\\connect db\nselect 1 \\gset\nselect 2;\n\\unrestrict abc\n");
    assertThat(problems.all()).extracting(Problem::code).containsOnly(ErrorCode.PSQL_COMMAND);
    assertThat(problems.all())
        .extracting(problem -> String.valueOf(problem.place()))
        .containsExactly("a.sql:2:1", "a.sql:3:10");
  }
}
