package io.liftlock.engine.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The page of a rule, and the SQL on it that tests execute.
 *
 * @param file where it is
 * @param text the whole page
 * @param fences its blocks of SQL with a word behind {@code sql}, in order
 */
record RulePage(Path file, String text, List<Fence> fences) {

  /**
   * A block of SQL.
   *
   * @param word {@code setup}, {@code bad} or {@code good}
   * @param note what follows the word: {@code fails 25001}
   * @param sql its lines
   */
  record Fence(String word, String note, String sql) {}

  static Path folder() {
    return Path.of(System.getProperty("basedir", "."), "..", "docs", "rules").normalize();
  }

  static RulePage of(Rule rule) {
    Path file = folder().resolve(rule.id() + ".md");
    try {
      String text = Files.readString(file);
      return new RulePage(file, text, read(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Fence> fences(String word) {
    return fences.stream().filter(fence -> fence.word().equals(word)).toList();
  }

  private static List<Fence> read(String text) {
    List<Fence> fences = new ArrayList<>();
    StringBuilder sql = null;
    String[] head = {};
    for (String line : text.split("\n", -1)) {
      if (sql == null && line.startsWith("```sql ")) {
        head = line.substring("```sql ".length()).strip().split("\\s+", 2);
        sql = new StringBuilder();
      } else if (sql != null && line.startsWith("```")) {
        fences.add(new Fence(head[0], head.length > 1 ? head[1] : "", sql.toString()));
        sql = null;
      } else if (sql != null) {
        sql.append(line).append('\n');
      }
    }
    return fences;
  }
}
