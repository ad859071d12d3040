package io.liftlock.postgres.grammar;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The files of statements that lie beside these tests. */
final class Corpus {

  /**
   * A statement and what stands below it in its file.
   *
   * @param sql one line
   * @param below the next line
   */
  record Pair(String sql, String below) {}

  private Corpus() {}

  /** The statements of a script. */
  static List<Statement> statements(String file) {
    List<Statement> statements = new ArrayList<>();
    new ScriptReader().read(file, text(file), Dialect.POSTGRES).forEach(statements::add);
    return statements;
  }

  /** Statements of one line, each with the line below it; blocks are parted by empty lines. */
  static List<Pair> pairs(String file) {
    List<Pair> pairs = new ArrayList<>();
    for (String block : text(file).split("\n\n")) {
      List<String> lines = block.lines().filter(line -> !line.startsWith("-- ")).toList();
      if (lines.size() == 2) {
        pairs.add(new Pair(lines.get(0), lines.get(1)));
      }
    }
    return pairs;
  }

  private static String text(String file) {
    try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
