package io.liftlock.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What we cut is what psql sends: compared with echoes that psql itself wrote. */
class PsqlEchoTest {

  private static final Path GOLDEN = Path.of("src/test/golden/psql");
  private static final String BEGIN = "********* QUERY **********\n";
  private static final String END = "\n**************************\n";

  static Stream<Path> echoes() throws IOException {
    return Files.list(GOLDEN).filter(path -> path.toString().endsWith(".echo")).sorted();
  }

  @ParameterizedTest
  @MethodSource("echoes")
  void statementsAreThoseThatPsqlSends(Path echo) throws IOException {
    List<String> sent = sent(Files.readString(echo));
    List<String> cut = texts(sqlOf(echo));
    for (int i = 0; i < Math.min(sent.size(), cut.size()); i++) {
      assertSame(cut.get(i), sent.get(i));
    }
    assertThat(cut).hasSameSizeAs(sent);
    assertThat(cut).isNotEmpty();
  }

  @Test
  void everyTortureFileHasAnEcho() throws IOException {
    List<Path> echoed = echoes().map(PsqlEchoTest::sqlOf).distinct().toList();
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.filter(path -> path.toString().endsWith(".sql")).sorted())
          .containsExactlyElementsOf(echoed);
    }
  }

  private static Path sqlOf(Path echo) {
    String name = echo.getFileName().toString();
    return GOLDEN.resolve(name.substring(0, name.indexOf(".psql-")) + ".sql");
  }

  private static List<String> sent(String echo) {
    List<String> sent = new ArrayList<>();
    for (int at = echo.indexOf(BEGIN); at >= 0; at = echo.indexOf(BEGIN, at)) {
      int end = echo.indexOf(END, at);
      String text = echo.substring(at + BEGIN.length(), end);
      // psql also sends empty statements, which a server answers with nothing.
      if (!text.equals(";")) {
        sent.add(text);
      }
      at = end;
    }
    return sent;
  }

  private static List<String> texts(Path sql) {
    Problems problems = new Problems();
    ScriptFile file =
        new ScriptReader().read(new PathSource(sql), Dialect.POSTGRES, SectionMarks.NONE, problems);
    assertThat(problems.all()).isEmpty();
    return file.up().stream().map(Statement::text).toList();
  }

  /**
   * Comments around a statement may be sent or not; between its first and last token never less.
   */
  private static void assertSame(String cut, String sent) {
    int at = sent.indexOf(cut);
    assertThat(at).as("where\n%s\nis in\n%s", cut, sent).isNotNegative();
    String before = sent.substring(0, at).strip();
    String behind = sent.substring(at + cut.length()).strip();
    assertThat(before.isEmpty() || (before.startsWith("/*") && before.endsWith("*/")))
        .as("only a comment before\n%s\nin\n%s", cut, sent)
        .isTrue();
    assertThat(behind.isEmpty() || behind.startsWith("--") || behind.equals(";"))
        .as("only a comment behind\n%s\nin\n%s", cut, sent)
        .isTrue();
  }

  private record PathSource(Path path) implements ScriptSource {
    @Override
    public String file() {
      return path.toString();
    }

    @Override
    public InputStream open(long start) throws IOException {
      InputStream in = Files.newInputStream(path);
      in.skipNBytes(start);
      return in;
    }
  }
}
