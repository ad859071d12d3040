package io.liftlock.sqlite.sql;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import java.util.Set;

/** What the text of a CREATE VIEW says: its query. Its columns are asked of the database. */
public final class CreateView {

  private CreateView() {}

  /**
   * The query in normal form.
   *
   * @param known folded names of the tables and columns that it mentions
   */
  public static String query(String sql, Set<String> known) throws NotUnderstood {
    Cursor cursor = new Cursor(sql);
    cursor.expect("create");
    if (!cursor.skip("temp")) {
      cursor.skip("temporary");
    }
    cursor.expect("view");
    cursor.skip("if", "not", "exists");
    cursor.qualifiedName();
    if (cursor.isSign("(")) {
      cursor.behindParens();
    }
    cursor.expect("as");
    return new NormalForm(cursor.tokens(), known).text(cursor.at(), cursor.end());
  }

  /**
   * Whether a query in normal form gives these columns their names by itself. A column that is
   * neither named nor a plain reference is called after the very text of its expression, with its
   * white space, so a view with such a one has to list its columns.
   */
  public static boolean names(String query, Iterable<String> columns, Set<String> ofTables) {
    Tokens tokens = Tokens.of(Dialect.SQLITE, query);
    boolean all = Mentions.allColumns(tokens, 0, tokens.size());
    for (String column : columns) {
      boolean named = all && ofTables.contains(column);
      for (int i = 0; i < tokens.size() && !named; i++) {
        named =
            tokens.isName(i)
                && (tokens.isQuotedName(i)
                    ? tokens.plainName(i).equals(column)
                    : tokens.written(i).equals(column));
      }
      if (!named) {
        return false;
      }
    }
    return true;
  }
}
