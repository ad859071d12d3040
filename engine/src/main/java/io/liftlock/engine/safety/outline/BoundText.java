package io.liftlock.engine.safety.outline;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/** FOR VALUES as written. */
record BoundText(Tokens tokens) {

  static BoundText of(String sql) {
    return new BoundText(Tokens.of(Dialect.POSTGRES, sql));
  }

  /** The values in the parentheses behind a word, as written; none where the word is not there. */
  List<String> behind(String word) {
    List<String> values = new ArrayList<>();
    int at = tokens.find(0, word);
    if (at < 0) {
      return values;
    }
    int end = tokens.behindParens(at + 1) - 1;
    int begin = at + 2;
    int i = begin;
    while (i <= end) {
      if (i == end || tokens.isSign(i, ",")) {
        values.add(written(begin, i));
        begin = i + 1;
      }
      i = Math.max(i + 1, i < end ? tokens.behindParens(i) : 0);
    }
    return values;
  }

  private String written(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i > from && tokens.isApart(i) ? " " : "").append(tokens.written(i));
    }
    return text.toString();
  }
}
