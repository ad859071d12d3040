package io.liftlock.sqlite.sql;

import io.liftlock.core.sql.Tokens;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which names a piece of SQL mentions, whatever it means by them: rather too many than too few. */
public final class Mentions {

  private Mentions() {}

  /**
   * Those of some names that occur, in quotes of any kind or without, in their own order.
   *
   * @param names what is looked for, by its folded name
   */
  public static <T> List<T> names(Tokens tokens, int from, int to, Map<String, T> names) {
    Set<String> found = all(tokens, from, to);
    return names.entrySet().stream()
        .filter(entry -> found.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Everything that could be a name, folded. */
  public static Set<String> all(Tokens tokens, int from, int to) {
    Set<String> found = new LinkedHashSet<>();
    for (int i = from; i < to; i++) {
      String name = name(tokens, i);
      if (name != null) {
        found.add(Folded.name(name));
      }
    }
    return found;
  }

  /** The name that a token could be; null where it cannot be one. */
  static @Nullable String name(Tokens tokens, int index) {
    if (tokens.isName(index)) {
      return tokens.isQuotedName(index) ? tokens.plainName(index) : tokens.written(index);
    }
    return tokens.isString(index) ? tokens.string(index) : null;
  }

  /** Whether a star stands for all columns of something. */
  public static boolean allColumns(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (tokens.isSign(i, "*")
          && (tokens.isWord(i - 1, "select")
              || tokens.isWord(i - 1, "distinct")
              || tokens.isWord(i - 1, "all")
              || tokens.isSign(i - 1, ",")
              || tokens.isSign(i - 1, "."))) {
        return true;
      }
    }
    return false;
  }
}
