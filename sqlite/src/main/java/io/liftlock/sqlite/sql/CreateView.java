package io.liftlock.sqlite.sql;

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
}
