package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import java.util.Set;

/**
 * An expression in a form that is the same however it was laid out: words in lower case, without
 * the casts that the server writes behind constants, and without parentheses around the whole.
 */
final class PlainSql {

  /** Words that go on with the name of a type. */
  private static final Set<String> TYPE =
      Set.of("varying", "precision", "with", "without", "time", "zone");

  private PlainSql() {}

  static String of(String sql) {
    Tokens tokens = Tokens.of(Dialect.POSTGRES, sql);
    int from = 0;
    int to = tokens.size();
    while (from < to && tokens.isSign(from, "(") && tokens.behindParens(from) == to) {
      from++;
      to--;
    }
    StringBuilder text = new StringBuilder();
    int i = from;
    while (i < to) {
      if (tokens.isSign(i, "::")) {
        i = behindType(tokens, i + 1);
      } else {
        String word = tokens.word(i);
        text.append(word.isEmpty() ? tokens.written(i) : word).append(' ');
        i++;
      }
    }
    return text.toString();
  }

  private static int behindType(Tokens tokens, int name) {
    int i = tokens.behindParens(tokens.behindName(name));
    while (TYPE.contains(tokens.word(i))) {
      i = tokens.behindParens(i + 1);
    }
    while (tokens.isSign(i, "[") || tokens.isSign(i, "]") || tokens.isSign(i, "[]")) {
      i++;
    }
    return i;
  }
}
