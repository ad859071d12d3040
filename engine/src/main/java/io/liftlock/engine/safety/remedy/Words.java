package io.liftlock.engine.safety.remedy;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;

/** A piece of SQL as its words, on one line and without comments. */
record Words(Tokens tokens) {

  static Words of(String sql) {
    return new Words(Tokens.of(Dialect.POSTGRES, sql));
  }

  /** The whole piece. */
  String text() {
    return text(0, tokens.size());
  }

  /** The words from one index up to another. */
  String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < Math.min(to, tokens.size()); i++) {
      text.append(i > from && tokens.isApart(i) ? " " : "").append(tokens.written(i));
    }
    return text.toString();
  }

  /** The same without the words from one index up to another. */
  Words without(int from, int to) {
    String head = text(0, from);
    String tail = text(to, tokens.size());
    return of((head + " " + tail).strip());
  }

  /** The first index at which these words, in lower case, stand outside parentheses; -1 if none. */
  int find(String... words) {
    for (int i = tokens.find(0, words[0]); i >= 0; i = tokens.find(i + 1, words[0])) {
      if (tokens.areWords(i, words)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a word, in lower case, stands anywhere in it, parentheses included. */
  boolean has(String word) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i, word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The index at which words stand one behind the other as another piece has them; -1 if nowhere.
   */
  int find(Words piece) {
    for (int i = 0; i + piece.tokens.size() <= tokens.size(); i++) {
      int same = 0;
      while (same < piece.tokens.size()
          && tokens.written(i + same).equals(piece.tokens.written(same))) {
        same++;
      }
      if (same == piece.tokens.size()) {
        return i;
      }
    }
    return -1;
  }

  int size() {
    return tokens.size();
  }
}
