package io.liftlock.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.Problems;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts far larger than the memory that reads them. */
class LargeScriptTest {

  private static final int MEGABYTE = 1 << 20;
  private static final int SIZE = 100 * MEGABYTE;

  @TempDir private Path directory;

  /** What the hundred megabytes are. */
  enum Shape {
    /** A great many small statements. */
    INSERTS,
    /** One block of COPY data. */
    COPY,
    /** One statement. */
    ONE_STATEMENT,
    /** One comment. */
    ONE_COMMENT
  }

  @ParameterizedTest
  @EnumSource
  void aHundredMegabytesPassThroughASmallHeap(Shape shape) throws Exception {
    Path file = directory.resolve("large.sql");
    write(shape, file);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Walker.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String answer =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(answer).isZero();
    assertThat(answer).isEqualTo("same twice: " + expectedStatements(shape) + " statements");
  }

  private static int expectedStatements(Shape shape) {
    return switch (shape) {
      case INSERTS -> SIZE / LINE.length() + 1;
      case COPY -> 2;
      case ONE_STATEMENT -> 2;
      case ONE_COMMENT -> 1;
    };
  }

  private static final String LINE =
      "INSERT INTO trades (id, note) VALUES (1234567890, 'it''s; a note of some length é');\n";

  private static void write(Shape shape, Path file) throws IOException {
    byte[] line =
        switch (shape) {
          case INSERTS -> LINE.getBytes(StandardCharsets.UTF_8);
          case COPY ->
              "1234567890\tit's; a row\\\\ of some length é\n".getBytes(StandardCharsets.UTF_8);
          case ONE_STATEMENT -> "it''s; a part é of a value\n".getBytes(StandardCharsets.UTF_8);
          case ONE_COMMENT -> "it's; a part é of a comment\n".getBytes(StandardCharsets.UTF_8);
        };
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), MEGABYTE)) {
      switch (shape) {
        case INSERTS -> {}
        case COPY -> out.write("COPY trades FROM stdin;\n".getBytes(StandardCharsets.UTF_8));
        case ONE_STATEMENT -> out.write("SELECT '".getBytes(StandardCharsets.UTF_8));
        case ONE_COMMENT -> out.write("/*".getBytes(StandardCharsets.UTF_8));
      }
      int lines = SIZE / LINE.length();
      for (int i = 0; i < (shape == Shape.INSERTS ? lines : SIZE / line.length); i++) {
        out.write(line);
      }
      switch (shape) {
        case INSERTS -> {}
        case COPY -> out.write("\\.\n".getBytes(StandardCharsets.UTF_8));
        case ONE_STATEMENT -> out.write("';\n".getBytes(StandardCharsets.UTF_8));
        case ONE_COMMENT -> out.write("*/\n".getBytes(StandardCharsets.UTF_8));
      }
      out.write("SELECT 1".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aStreamedSectionIsWalkedLikeAHeldOne() throws IOException {
    StringBuilder sql = new StringBuilder("\ufeff-- é\n");
    SectionMarks marks =
        line ->
            line.equals("-- down")
                ? Optional.of(Section.DOWN)
                : line.equals("-- up") ? Optional.of(Section.UP) : Optional.empty();
    for (int part = 0; part < 4; part++) {
      sql.append(part % 2 == 0 ? "-- up\n" : "SET standard_conforming_strings = off;\n-- down\n");
      for (int i = 0; i < 8_000; i++) {
        sql.append("  select ").append(part * 100_000 + i);
        sql.append(part % 2 == 0 ? ", 'a\n" : ", 'b\\'\n").append("é;'");
        sql.append(i % 7 == 0 ? "; ".repeat(40) : ";\n".repeat(2)).append('\n');
        sql.append("/*").append(" é".repeat(i % 50)).append("*/");
      }
      sql.append(part % 2 == 0 ? "\n" : "\nRESET standard_conforming_strings;\n");
    }
    sql.append("-- ").append("x".repeat(3 * MEGABYTE)).append('\n');
    Problems problems = new Problems();
    ScriptFile file =
        new ScriptReader()
            .read(ScriptSource.of("a.sql", sql.toString()), Dialect.POSTGRES, marks, problems);
    assertThat(problems.all()).isEmpty();
    byte[] bytes = sql.toString().getBytes(StandardCharsets.UTF_8);
    for (Script script : List.of(file.up(), file.down().orElseThrow())) {
      assertThat(script.isHeld()).isFalse();
      Checksum checksum = Checksum.EMPTY;
      int count = 0;
      for (Statement statement : script) {
        checksum = checksum.then(statement.hash());
        count++;
        Span span = statement.span();
        String there =
            new String(
                bytes,
                (int) span.start(),
                (int) (span.end() - span.start()),
                StandardCharsets.UTF_8);
        assertThat(statement.text()).isEqualTo(there);
      }
      assertThat(count).isEqualTo(script.size());
      assertThat(checksum).isEqualTo(script.checksum());
    }
  }

  @Test
  void aLargeStatementIsReadAgainWhenAsked() throws IOException {
    String text = "SELECT '" + "é;".repeat(MEGABYTE / 2) + "'";
    Script script = new ScriptReader().read("a.sql", "SELECT 1;\n" + text + "\n;", Dialect.SQLITE);
    Statement large = script.stream().skip(1).findFirst().orElseThrow();
    assertThat(large.isLarge()).isTrue();
    assertThat(large.text()).isEqualTo(text);
    assertThat(large.span().line()).isEqualTo(2);
    assertThat(script.isHeld()).isTrue();
  }

  /** Reads a script in a process of its own, walks through it, and through it again. */
  static final class Walker {
    private Walker() {}

    public static void main(String[] arguments) throws Exception {
      Path path = Path.of(arguments[0]);
      ScriptSource source =
          new ScriptSource() {
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
          };
      Problems problems = new Problems();
      Script script =
          new ScriptReader().read(source, Dialect.POSTGRES, SectionMarks.NONE, problems).up();
      problems.throwIfErrors();
      int count = 0;
      MessageDigest data = MessageDigest.getInstance("SHA-256");
      Checksum checksum = Checksum.EMPTY;
      for (Statement statement : script) {
        checksum = checksum.then(statement.hash());
        count++;
        if (!statement.isLarge()) {
          data.update(statement.text().getBytes(StandardCharsets.UTF_8));
        }
        if (statement.hasCopyData()) {
          try (InputStream in = statement.openCopyData()) {
            byte[] buffer = new byte[MEGABYTE];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
              data.update(buffer, 0, length);
            }
          }
        }
      }
      String hash = HexFormat.of().formatHex(data.digest());
      boolean same = checksum.equals(script.checksum()) && count == script.size();
      System.out.println(
          (same ? "same twice: " : "differs: " + hash + " ") + count + " statements");
    }
  }
}
