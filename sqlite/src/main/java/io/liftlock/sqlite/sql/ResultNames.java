package io.liftlock.sqlite.sql;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which names a query gives its columns by itself. A column that is neither named nor a plain
 * reference is called after the very text of its expression, with its white space, so that a view
 * with such a one has to list its columns to be made again from another text.
 */
public final class ResultNames {

  private static final Set<String> BEHIND_LIST =
      Set.of(
          "from",
          "where",
          "group",
          "having",
          "window",
          "order",
          "limit",
          "union",
          "except",
          "intersect");

  private final Tokens tokens;
  private final Map<String, List<String>> relations;

  private ResultNames(Tokens tokens, Map<String, List<String>> relations) {
    this.tokens = tokens;
    this.relations = relations;
  }

  /**
   * The names, as far as they follow from the text beyond doubt; empty where they do not.
   *
   * @param query in normal form
   * @param relations columns in order, by the folded names of tables and views
   */
  public static Optional<List<String>> of(String query, Map<String, List<String>> relations) {
    Tokens tokens = Tokens.of(Dialect.SQLITE, query);
    return new ResultNames(tokens, relations).names();
  }

  private Optional<List<String>> names() {
    int select = tokens.find(0, "select");
    if (select < 0) {
      return Optional.empty();
    }
    int from = select + 1;
    if (tokens.isWord(from, "distinct") || tokens.isWord(from, "all")) {
      from++;
    }
    List<String> names = new ArrayList<>();
    while (from < tokens.size()) {
      int to = behindColumn(from);
      if (to == from + 1 && tokens.isSign(from, "*")) {
        Optional<List<String>> all = all(to);
        if (all.isEmpty()) {
          return Optional.empty();
        }
        names.addAll(all.get());
      } else {
        String name = name(from, to);
        if (name == null) {
          return Optional.empty();
        }
        names.add(name);
      }
      if (!tokens.isSign(to, ",")) {
        return Optional.of(names);
      }
      from = to + 1;
    }
    return Optional.empty();
  }

  private int behindColumn(int from) {
    int i = from;
    while (i < tokens.size() && !tokens.isSign(i, ",")) {
      boolean isDistinctFrom = tokens.isWord(i, "from") && tokens.isWord(i - 1, "distinct");
      if (BEHIND_LIST.contains(tokens.word(i)) && !isDistinctFrom) {
        return i;
      }
      i = tokens.isSign(i, "(") ? tokens.behindParens(i) : i + 1;
    }
    return i;
  }

  /** The columns of the one table or view behind FROM, where nothing else is there. */
  private Optional<List<String>> all(int from) {
    String name = Mentions.name(tokens, from + 1);
    int end = from + 2;
    boolean one =
        tokens.isWord(from, "from")
            && (end == tokens.size() || tokens.isWord(end, "where") || tokens.isWord(end, "order"));
    return one && name != null
        ? Optional.ofNullable(relations.get(Folded.name(name)))
        : Optional.empty();
  }

  private @Nullable String name(int from, int to) {
    int last = to - 1;
    String name = Mentions.name(tokens, last);
    if (name == null) {
      return null;
    }
    if (last == from) {
      return tokens.isName(last) ? name : null;
    }
    if (tokens.isWord(last - 1, "as")) {
      return name;
    }
    boolean reference = tokens.isName(last);
    for (int i = from; i < last && reference; i++) {
      reference = (i - from) % 2 == 0 ? tokens.isName(i) : tokens.isSign(i, ".");
    }
    return reference && (to - from) % 2 == 1 ? name : null;
  }
}
