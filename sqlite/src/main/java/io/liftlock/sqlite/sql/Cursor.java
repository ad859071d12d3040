package io.liftlock.sqlite.sql;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Walks over the tokens of a CREATE statement. */
final class Cursor {

  private final Tokens tokens;
  private int at;

  Cursor(String sql) {
    this.tokens = Tokens.of(Dialect.SQLITE, sql);
  }

  Tokens tokens() {
    return tokens;
  }

  /** Index of the next token. */
  int at() {
    return at;
  }

  boolean atEnd() {
    return at >= tokens.size() || tokens.isSign(at, ";");
  }

  /** Index behind the last token, a final semicolon left out. */
  int end() {
    int end = tokens.size();
    while (end > 0 && tokens.isSign(end - 1, ";")) {
      end--;
    }
    return end;
  }

  boolean isWord(String word) {
    return tokens.isWord(at, word);
  }

  boolean areWords(String... words) {
    return tokens.areWords(at, words);
  }

  boolean isSign(String sign) {
    return tokens.isSign(at, sign);
  }

  void next() {
    at++;
  }

  /** Walks over these words where they stand here. */
  boolean skip(String... words) {
    if (tokens.areWords(at, words)) {
      at += words.length;
      return true;
    }
    return false;
  }

  /** Walks over a sign where it stands here. */
  boolean skipSign(String sign) {
    if (tokens.isSign(at, sign)) {
      at++;
      return true;
    }
    return false;
  }

  void expect(String... words) throws NotUnderstood {
    if (!skip(words)) {
      throw unexpected(String.join(" ", words));
    }
  }

  void expectSign(String sign) throws NotUnderstood {
    if (!skipSign(sign)) {
      throw unexpected(sign);
    }
  }

  NotUnderstood unexpected(String instead) {
    return new NotUnderstood("token " + (at + 1) + " of its text is not " + instead);
  }

  /** A name, as the catalog has it: SQLite takes a string for one, too. */
  String name() throws NotUnderstood {
    int index = at;
    if (tokens.isName(index)) {
      at++;
      return tokens.isQuotedName(index) ? tokens.plainName(index) : tokens.written(index);
    }
    String string = tokens.isString(index) ? tokens.string(index) : null;
    if (string == null) {
      throw unexpected("a name");
    }
    at++;
    return string;
  }

  /** A name, its schema left out. */
  String qualifiedName() throws NotUnderstood {
    String name = name();
    return skipSign(".") ? name() : name;
  }

  /** Names in parentheses. */
  List<String> names() throws NotUnderstood {
    List<String> names = new ArrayList<>();
    expectSign("(");
    do {
      names.add(name());
    } while (skipSign(","));
    expectSign(")");
    return names;
  }

  /** Walks over a group in parentheses; the index of its closing one. */
  int behindParens() throws NotUnderstood {
    if (!isSign("(")) {
      throw unexpected("(");
    }
    at = tokens.behindParens(at);
    if (!tokens.isSign(at - 1, ")")) {
      throw unexpected("closed");
    }
    return at - 1;
  }
}
