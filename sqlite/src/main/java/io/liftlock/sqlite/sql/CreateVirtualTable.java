package io.liftlock.sqlite.sql;

import io.liftlock.core.sql.Tokens;

/** What the text of a CREATE VIRTUAL TABLE says. */
public final class CreateVirtualTable {

  private CreateVirtualTable() {}

  /**
   * The whole statement. What stands between the parentheses is the module's: its words stay as
   * they are, with one space where there was a gap.
   *
   * @param name the name in the catalog
   */
  public static String definition(String sql, String name) throws NotUnderstood {
    Cursor cursor = new Cursor(sql);
    cursor.expect("create", "virtual", "table");
    cursor.skip("if", "not", "exists");
    cursor.qualifiedName();
    cursor.expect("using");
    StringBuilder text = new StringBuilder("CREATE VIRTUAL TABLE ");
    text.append(Quoted.name(name)).append(" USING ").append(cursor.name());
    Tokens tokens = cursor.tokens();
    int first = cursor.at();
    int end = cursor.end();
    for (int i = first; i < end; i++) {
      boolean gap =
          tokens.isApart(i)
              && !tokens.isSign(i, ")")
              && !tokens.isSign(i, ",")
              && !tokens.isSign(i - 1, "(");
      text.append(i > first && (gap || tokens.isSign(i - 1, ",")) ? " " : "");
      text.append(tokens.written(i));
    }
    return text.toString();
  }
}
