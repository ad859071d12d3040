package io.liftlock.sqlite.sql;

import io.liftlock.core.sql.Tokens;
import java.util.Set;

/** What the text of a CREATE TRIGGER says. */
public final class CreateTrigger {

  private CreateTrigger() {}

  /**
   * The whole statement in normal form, each statement of the body in a line.
   *
   * @param name the name in the catalog
   * @param known folded names of the tables and columns that it mentions
   */
  public static String definition(String sql, String name, Set<String> known) throws NotUnderstood {
    Cursor cursor = new Cursor(sql);
    cursor.expect("create");
    if (!cursor.skip("temp")) {
      cursor.skip("temporary");
    }
    cursor.expect("trigger");
    cursor.skip("if", "not", "exists");
    cursor.qualifiedName();
    Tokens tokens = cursor.tokens();
    NormalForm form = new NormalForm(tokens, known);
    int end = cursor.end();
    int begin = tokens.find(cursor.at(), "begin");
    if (begin < 0 || !tokens.isWord(end - 1, "end")) {
      throw cursor.unexpected("of a trigger with a body");
    }
    StringBuilder text = new StringBuilder("CREATE TRIGGER ");
    text.append(Quoted.name(name)).append(' ').append(form.text(cursor.at(), begin));
    text.append("\nBEGIN\n");
    int from = begin + 1;
    for (int i = from; i < end - 1; i++) {
      if (tokens.isSign(i, ";")) {
        text.append("  ").append(form.text(from, i)).append(";\n");
        from = i + 1;
      }
    }
    return text.append("END").toString();
  }
}
