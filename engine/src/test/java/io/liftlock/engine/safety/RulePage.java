package io.liftlock.engine.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
   * @param major the server's version: {@code on 17}; 18 where nothing is said
   * @param note what follows: {@code fails 25001}
   * @param sql its lines
   */
  record Fence(String word, int major, String note, String sql) {

    private static final int NEWEST = 18;

    static Fence of(String head, String sql) {
      String[] words = head.strip().split("\\s+");
      boolean says = words.length > 2 && words[1].equals("on");
      String note = Arrays.stream(words).skip(says ? 3 : 1).collect(Collectors.joining(" "));
      return new Fence(words[0], says ? Integer.parseInt(words[2]) : NEWEST, note, sql);
    }
  }

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
    String head = "";
    for (String line : text.split("\n", -1)) {
      if (sql == null && line.startsWith("```sql ")) {
        head = line.substring("```sql ".length());
        sql = new StringBuilder();
      } else if (sql != null && line.startsWith("```")) {
        fences.add(Fence.of(head, sql.toString()));
        sql = null;
      } else if (sql != null) {
        sql.append(line).append('\n');
      }
    }
    return fences;
  }
}
