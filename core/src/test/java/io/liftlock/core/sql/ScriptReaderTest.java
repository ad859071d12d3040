package io.liftlock.core.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "select 1;¶ select 'open; | 2:9 | a string",
        "select E'open\\'; | 1:8 | a string",
        "select $a$ open; $b$ | 1:8 | a dollar-quoted string",
        "select \"open; | 1:8 | a quoted name",
        "select 1;¶  /* open /* nested */ ; | 2:3 | a comment",
        "select 1 /* open | 1:10 | a comment",
        "select f(1, (2); select 2; | 1:1 | a parenthesis",
        "create function f() returns int begin atomic select 1; | 1:1 | the body"
      })
  void whatIsNeverClosedIsToldWhereItBegan(String sql, String place, String what) {
    cut(sql.replace('¶', '\n'));
    assertThat(problems.all()).hasSize(1);
    Problem problem = problems.all().get(0);
    assertThat(problem.code()).isEqualTo(ErrorCode.STATEMENT_UNTERMINATED);
    assertThat(problem.place()).hasToString("a.sql:" + place);
    assertThat(problem.message()).startsWith(what);
  }

  @Test
  void aTriggerWithoutItsEndIsToldWhereItBegan() {
    cutSqlite("select 1;\ncreate trigger t after insert on a begin delete from b; select 2;");
    assertThat(problems.all())
        .extracting(Problem::code, problem -> String.valueOf(problem.place()))
        .containsExactly(tuple(ErrorCode.STATEMENT_UNTERMINATED, "a.sql:2:1"));
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    assertThat(cut("\\c db\nselect 1;\n\\i x.sql\nselect 'open")).containsExactly("select 1");
    assertThat(problems.all())
        .extracting(Problem::code)
        .containsExactly(
            ErrorCode.PSQL_COMMAND, ErrorCode.PSQL_COMMAND, ErrorCode.STATEMENT_UNTERMINATED);
  }

  @ParameterizedTest
  @CsvSource({
    "73656c65637420313b0a20c3a9fffe, 13, 2:3", // select 1; newline, é, then two bytes that fit
    // nothing
    "2d2d20e282, 3, 1:4", // a character cut off by the end of the file
    "fffe73006500, 0, 1:1", // UTF-16
    "27c3c327, 1, 1:2",
    "27eda08027, 1, 1:2", // a surrogate
    "27c08027, 1, 1:2", // an overlong form
    "27f490808027, 1, 1:2" // above U+10FFFF
  })
  void bytesThatAreNotUtf8AreToldWithTheirOffset(String hex, long offset, String place) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    for (int most : new int[] {1, 2, 100}) {
      Problems found = new Problems();
      new ScriptReader().read(new Trickle(bytes, most), Dialect.POSTGRES, SectionMarks.NONE, found);
      assertThat(found.all()).hasSize(1);
      Problem problem = found.all().get(0);
      assertThat(problem.code()).isEqualTo(ErrorCode.FILE_NOT_UTF8);
      assertThat(problem.message()).contains("offset " + offset + " ");
      assertThat(problem.place()).hasToString("a.sql:" + place);
    }
  }

  private record Trickle(byte[] bytes, int most) implements ScriptSource {
    @Override
    public String file() {
      return "a.sql";
    }

    @Override
    public InputStream open(long start) {
      return new FilterInputStream(new ByteArrayInputStream(bytes, (int) start, bytes.length)) {
        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          return super.read(buffer, offset, Math.min(length, most));
        }
      };
    }
  }

  @Test
  void aFileThatCannotBeReadIsAProblem() {
    ScriptSource broken =
        new ScriptSource() {
          @Override
          public String file() {
            return "a.sql";
          }

          @Override
          public InputStream open(long start) throws IOException {
            throw new IOException("it is a directory");
          }
        };
    new ScriptReader().read(broken, Dialect.SQLITE, SectionMarks.NONE, problems);
    assertThat(problems.all()).extracting(Problem::code).containsExactly(ErrorCode.FILE_UNREADABLE);
  }

  /**
   * The server reads both parts of such a string by the rules of the first. psql, which lexes line
   * by line, takes the second for a plain one and cuts it in the middle; the server is right.
   */
  @Test
  void theSecondPartOfAnEscapeStringEscapesToo() {
    assertThat(cut("select E'a\\' b' -- ;\n 'c\\' d;' as x; select E'a' /* ; */ , 'b\\'; select 2"))
        .containsExactly(
            "select E'a\\' b' -- ;\n 'c\\' d;' as x", "select E'a' /* ; */ , 'b\\'", "select 2");
  }

  @Test
  void aDollarBehindANumberOpensAQuoteUnlessANameIsGluedToIt() {
    assertThat(cut("select 1$a$;$a$; select 1.5x$a$; select 1e5$$;$$; select 0x1f + 1e-5, 1_000"))
        .containsExactly(
            "select 1$a$;$a$", "select 1.5x$a$", "select 1e5$$;$$", "select 0x1f + 1e-5, 1_000");
  }

  @Test
  void stringsFollowTheSettingOfTheScript() {
    assertThat(
            cut(
                "begin; set local standard_conforming_strings to off; select '\\';';"
                    + " commit; select '\\'; select 1;"))
        .hasSize(6)
        .contains("select '\\';'", "select '\\'");
    assertThat(
            cut(
                "set session standard_conforming_strings = 'off'; select '\\'; '; reset all;"
                    + " select '\\'; select 2"))
        .hasSize(5);
    assertThat(cut("set search_path = 'standard_conforming_strings', off; select '\\'; select 2"))
        .hasSize(3);
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void copyDataMustBeginInTheNextLine() {
    cut("copy t from stdin; select 1;\n1\n\\.\nselect 2;");
    assertThat(problems.all())
        .extracting(Problem::code, problem -> String.valueOf(problem.place()))
        .containsExactly(tuple(ErrorCode.COPY_DATA_MISPLACED, "a.sql:1:20"));
  }

  @Test
  void copyDataMayEndWithTheFile() throws IOException {
    for (String end : List.of("", "\n", "\n\\.", "\n\\.\r\n")) {
      Script script =
          read("copy t from stdin;\n\\.x\n1" + end, Dialect.POSTGRES, SectionMarks.NONE).up();
      assertThat(script.size()).isEqualTo(1);
      assertThat(bytes(script.iterator().next()))
          .isEqualTo("\\.x\n1" + (end.isEmpty() ? "" : "\n"));
    }
    Script empty = read("copy t from stdin", Dialect.POSTGRES, SectionMarks.NONE).up();
    assertThat(bytes(empty.iterator().next())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "copy t to stdout; select 1",
        "copy (select a from stdin) to stdout; select 1",
        "copy t from 'stdin'; select 1",
        "copy t from program 'stdin'; select 1",
        "copy \"from\" to stdin; select 1",
        "select * from stdin; select 1"
      })
  void notEveryCopyHasData(String sql) {
    assertThat(cut(sql)).hasSize(2);
    assertThat(problems.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "\\connect x | \\connect | 1:1",
        "select 1\\; select 2; | \\; | 1:9",
        "select 1; \\echo 'x' | \\echo | 1:11",
        "\\. | \\. | 1:1",
        "select 1 \\gexec | \\gexec | 1:10",
        "\\restricted | \\restricted | 1:1",
        "\\copy t from 'x' | \\copy | 1:1"
      })
  void psqlCommandsAreNamedWithTheirPlace(String sql, String command, String place) {
    cut(sql);
    assertThat(problems.all()).hasSize(1);
    assertThat(problems.all().get(0).code()).isEqualTo(ErrorCode.PSQL_COMMAND);
    assertThat(problems.all().get(0).message()).startsWith(command + " is a command of psql");
    assertThat(problems.all().get(0).place()).hasToString("a.sql:" + place);
    assertThat(problems.all().get(0).action()).isNotEmpty();
  }

  @Test
  void backslashesInLiteralsAndInSqliteAreNoCommands() {
    cut("select '\\c', $$\n\\c\n$$, \"\\c\" /* \\c */ -- \\c\n;");
    cutSqlite("select \\c");
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void commentLinesOutsideStatementsAreTold() {
    ScriptFile file =
        read(
            "--A: b\r\n  -- indented é\n/* one\n * two\n   three */ select 1 -- inner\n;"
                + " -- trailing\n/** doc */\n--\n-- ---\n",
            Dialect.POSTGRES,
            SectionMarks.NONE);
    assertThat(file.comments())
        .extracting(CommentLine::text, CommentLine::raw, CommentLine::line, CommentLine::column)
        .containsExactly(
            tuple("A: b", "--A: b", 1, 3),
            tuple("indented é", "  -- indented é", 2, 6),
            tuple("one", "/* one", 3, 4),
            tuple("two", " * two", 4, 4),
            tuple("three", "   three */", 5, 4),
            tuple("doc", "/** doc */", 7, 5),
            tuple("", "--", 8, 3),
            tuple("---", "-- ---", 9, 4));
  }

  @Test
  void onlyLinesOutsideStatementsAreAskedForSections() {
    List<String> asked = new ArrayList<>();
    read(
        "-- a\nselect 1 -- b\n-- c\n; -- d\n/* e */ -- f\n /* g\n-- h */\n\t-- i \r\n-- j",
        Dialect.SQLITE,
        line -> {
          asked.add(line);
          return Optional.empty();
        });
    assertThat(asked).containsExactly("-- a", "\t-- i ", "-- j");
  }

  @Test
  void sectionsMayAlternate() {
    ScriptFile file =
        read(
            "select 1;\n-- Rollback\nselect 2;\n-- Up\nselect 3;\n-- Rollback\n-- note\nselect 4",
            Dialect.POSTGRES,
            line ->
                switch (line) {
                  case "-- Rollback" -> Optional.of(Section.DOWN);
                  case "-- Up" -> Optional.of(Section.UP);
                  default -> Optional.empty();
                });
    assertThat(file.up().stream().map(Statement::text)).containsExactly("select 1", "select 3");
    assertThat(file.down().orElseThrow().stream().map(Statement::text))
        .containsExactly("select 2", "select 4");
    assertThat(file.comments()).last().extracting(CommentLine::section).isEqualTo(Section.DOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create trigger t after insert on a begin select 1; end",
        "explain query plan create temporary trigger t after insert on a begin select 1; end",
        "create trigger if not exists t before update on a begin select case 1 when 1 then 2 end;"
            + " end",
        "create table \"trigger\" (\"begin\" int)",
        "create view trigger_view as select 1"
      })
  void triggersOfSqliteEndWithTheirEnd(String sql) {
    assertThat(cutSqlite(sql + " ; select 1")).containsExactly(sql, "select 1");
    assertThat(cutSqlite(sql)).containsExactly(sql);
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void quotesOfSqliteAreItsOwn() {
    assertThat(
            cutSqlite(
                "select '\\'; select \"a\"\";\", `b``;`, [c;'], x'00', e'', $$; select /* /* */ 1"))
        .containsExactly(
            "select '\\'", "select \"a\"\";\", `b``;`, [c;'], x'00', e'', $$", "select /* /* */ 1");
    assertThat(problems.all()).isEmpty();
  }
}
