package io.liftlock.sqlite.sql;

import io.liftlock.core.sql.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a CREATE INDEX says.
 *
 * @param unique whether it is UNIQUE
 * @param columns names, or expressions in normal form
 * @param predicate in normal form; null where it is not partial
 * @param definition the whole statement in normal form
 * @param mentioned the columns that occur in it
 */
public record CreateIndex(
    boolean unique,
    List<String> columns,
    @Nullable String predicate,
    String definition,
    List<String> mentioned) {

  /**
   * Reads it.
   *
   * @param name the name in the catalog
   * @param table the table in the catalog
   * @param names its columns, by their folded names
   */
  public static CreateIndex read(String sql, String name, String table, Map<String, String> names)
      throws NotUnderstood {
    Cursor cursor = new Cursor(sql);
    cursor.expect("create");
    boolean unique = cursor.skip("unique");
    cursor.expect("index");
    cursor.skip("if", "not", "exists");
    cursor.qualifiedName();
    cursor.expect("on");
    cursor.name();
    Tokens tokens = cursor.tokens();
    NormalForm form = new NormalForm(tokens, names.keySet());
    int open = cursor.at();
    int close = cursor.behindParens();
    List<String> columns = new ArrayList<>();
    List<String> terms = new ArrayList<>();
    for (int from = open + 1; from < close; ) {
      int to = behindTerm(tokens, from, close);
      int asc = tokens.isWord(to - 1, "asc") && to - 1 > from ? to - 1 : to;
      terms.add(form.text(from, asc));
      columns.add(column(tokens, form, from, to, names));
      from = to + 1;
    }
    String predicate = null;
    if (cursor.skip("where")) {
      predicate = form.text(cursor.at(), cursor.end());
    }
    String definition =
        "CREATE "
            + (unique ? "UNIQUE " : "")
            + "INDEX "
            + Quoted.name(name)
            + " ON "
            + Quoted.name(table)
            + " ("
            + String.join(", ", terms)
            + ")"
            + (predicate == null ? "" : " WHERE " + predicate);
    return new CreateIndex(
        unique,
        List.copyOf(columns),
        predicate,
        definition,
        Mentions.names(tokens, open, cursor.end(), names));
  }

  private static int behindTerm(Tokens tokens, int from, int close) {
    int i = from;
    while (i < close && !tokens.isSign(i, ",")) {
      i = tokens.isSign(i, "(") ? tokens.behindParens(i) : i + 1;
    }
    return i;
  }

  /** The column's name, or the expression, without collation and direction. */
  private static String column(
      Tokens tokens, NormalForm form, int from, int to, Map<String, String> names) {
    int end = to;
    if (end - 1 > from && (tokens.isWord(end - 1, "asc") || tokens.isWord(end - 1, "desc"))) {
      end--;
    }
    if (end - 2 > from && tokens.isWord(end - 2, "collate")) {
      end -= 2;
    }
    String name = end == from + 1 ? Mentions.name(tokens, from) : null;
    String known = name == null ? null : names.get(Folded.name(name));
    return known == null ? form.text(from, end) : known;
  }
}
