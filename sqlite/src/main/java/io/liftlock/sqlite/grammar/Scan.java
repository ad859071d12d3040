package io.liftlock.sqlite.grammar;

import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Walks over the tokens of a statement. */
final class Scan {

  private final String text;
  private final Tokens tokens;

  /** Where each byte of UTF-8 begins in the text; empty where each is one character. */
  private final int[] characters;

  private final int end;
  private int at;

  private Scan(String text, Tokens tokens) {
    this.text = text;
    this.tokens = tokens;
    this.characters = characters(text);
    int last = tokens.size();
    while (last > 0 && tokens.isSign(last - 1, ";")) {
      last--;
    }
    this.end = last;
  }

  /** The tokens of a text; what cannot be one, or is not closed, is refused. */
  static Scan of(String text) throws SyntaxProblem {
    Scan scan = new Scan(text, Tokens.of(Dialect.SQLITE, text));
    for (int i = 0; i < scan.end; i++) {
      scan.expectToken(i);
    }
    return scan;
  }

  private void expectToken(int index) throws SyntaxProblem {
    String written = tokens.written(index);
    boolean string = tokens.isString(index) || tokens.isQuotedName(index);
    if (string && !isClosed(written)) {
      throw new SyntaxProblem(start(index), "the quote that begins here is not closed");
    }
    if (tokens.isString(index) && written.charAt(0) != '\'' && !isBlob(written)) {
      throw new SyntaxProblem(start(index), "a blob is made of pairs of hexadecimal digits");
    }
    if (tokens.isNumber(index) && !isNumber(written)) {
      throw new SyntaxProblem(start(index), "this is no number");
    }
  }

  private static boolean isClosed(String written) {
    int open = written.charAt(0) == 'x' || written.charAt(0) == 'X' ? 1 : 0;
    char quote = written.charAt(open) == '[' ? ']' : written.charAt(open);
    String inner = written.substring(open + 1);
    if (quote == ']') {
      return inner.endsWith("]");
    }
    String rest = inner.replace(String.valueOf(new char[] {quote, quote}), "");
    return rest.endsWith(String.valueOf(quote));
  }

  private static boolean isBlob(String written) {
    return written.matches("[xX]'(?:[0-9a-fA-F]{2})*'");
  }

  private static boolean isNumber(String written) {
    return written.matches(
        "(?:[0-9](?:_?[0-9])*)?(?:\\.(?:[0-9](?:_?[0-9])*)?)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?"
            + "|0[xX][0-9a-fA-F](?:_?[0-9a-fA-F])*");
  }

  private static int[] characters(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == text.length()) {
      return new int[0];
    }
    int[] places = new int[bytes.length + 1];
    int character = 0;
    for (int i = 0; i < bytes.length; i++) {
      places[i] = character;
      boolean last = i + 1 == bytes.length || (bytes[i + 1] & 0xc0) != 0x80;
      if (last) {
        character +=
            character < text.length() && Character.isHighSurrogate(text.charAt(character)) ? 2 : 1;
      }
    }
    places[bytes.length] = text.length();
    return places;
  }

  /** Index of the next token. */
  int at() {
    return at;
  }

  /** Goes back to a token. */
  void back(int index) {
    at = index;
  }

  /** Whether nothing follows. */
  boolean atEnd() {
    return at >= end;
  }

  /** Offset of the next token's first character; the text's length at the end. */
  int offset() {
    return start(at);
  }

  private int start(int index) {
    return index >= tokens.size() ? text.length() : character(tokens.start(index));
  }

  private int character(int bytes) {
    return characters.length == 0 ? bytes : characters[bytes];
  }

  /** What stands from a token on, up to another, as written. */
  String text(int from, int to) {
    if (from >= to) {
      return "";
    }
    int last = start(to - 1) + tokens.written(to - 1).length();
    return text.substring(start(from), Math.min(last, text.length()));
  }

  /** Offset of a token's first character. */
  int offset(int index) {
    return start(index);
  }

  /** The tokens themselves. */
  Tokens tokens() {
    return tokens;
  }

  /** The word here in lower case; empty where none stands here. */
  String word() {
    return atEnd() ? "" : tokens.word(at);
  }

  boolean isWord(String word) {
    return word().equals(word);
  }

  boolean areWords(String... words) {
    return !atEnd() && tokens.areWords(at, words);
  }

  boolean isSign(String sign) {
    return !atEnd() && tokens.isSign(at, sign) && tokens.word(at).isEmpty();
  }

  /** Whether that sign stands behind the next token. */
  boolean isSignBehind(String sign) {
    return at + 1 < end && tokens.isSign(at + 1, sign);
  }

  boolean isString() {
    return !atEnd() && tokens.isString(at) && tokens.written(at).charAt(0) == '\'';
  }

  /** Whether a literal of a string, blob or number stands here. */
  boolean isLiteral() {
    return !atEnd() && (tokens.isString(at) || tokens.isNumber(at));
  }

  boolean isNumber() {
    return !atEnd() && tokens.isNumber(at);
  }

  /** Whether a name stands here, with or without quotes. */
  boolean isName() {
    return !atEnd()
        && (tokens.isQuotedName(at)
            || (!tokens.word(at).isEmpty()
                && !Reserved.isKeyword(tokens.word(at))
                && !isParameter()));
  }

  /** Whether an alias stands here that AS does not announce. */
  boolean isAlias() {
    return isString() || (isName() && (tokens.isQuotedName(at) || Reserved.isAlias(word())));
  }

  /** Whether a parameter such as {@code ?1} or {@code :name} stands here. */
  boolean isParameter() {
    String written = atEnd() ? "" : tokens.written(at);
    return !written.isEmpty() && "?:@#$".indexOf(written.charAt(0)) >= 0;
  }

  void next() {
    at++;
  }

  /** Walks over these words where they stand here. */
  boolean skip(String... words) {
    if (areWords(words) && at + words.length <= end) {
      at += words.length;
      return true;
    }
    return false;
  }

  /** Walks over one of some words. */
  boolean skipAny(String... words) {
    for (String word : words) {
      if (skip(word)) {
        return true;
      }
    }
    return false;
  }

  /** Walks over a sign where it stands here. */
  boolean skipSign(String sign) {
    if (isSign(sign)) {
      at++;
      return true;
    }
    return false;
  }

  void expect(String... words) throws SyntaxProblem {
    for (String word : words) {
      if (!skip(word)) {
        throw expected(word.toUpperCase(Locale.ROOT));
      }
    }
  }

  void expectSign(String sign) throws SyntaxProblem {
    if (!skipSign(sign)) {
      throw expected(sign);
    }
  }

  /** The problem that something else stands here. */
  SyntaxProblem expected(String what) {
    String here =
        atEnd() ? "the statement ends here" : "\"" + tokens.written(at) + "\" stands here";
    return new SyntaxProblem(offset(), here + ", where SQLite's grammar expects " + what);
  }

  /** A name; SQLite takes a string for one, too. */
  String name() throws SyntaxProblem {
    if (!isName() && !isString()) {
      throw expected("a name");
    }
    String string = tokens.string(at);
    String name =
        string != null && isString()
            ? string
            : tokens.isQuotedName(at) ? tokens.plainName(at) : tokens.written(at);
    at++;
    return name;
  }

  /** A name that may have its schema before it. */
  RelationName qualified() throws SyntaxProblem {
    String name = name();
    return skipSign(".") ? RelationName.of(name, name()) : RelationName.of(name);
  }

  /** Names in parentheses. */
  List<String> names() throws SyntaxProblem {
    List<String> names = new ArrayList<>();
    expectSign("(");
    do {
      names.add(name());
    } while (skipSign(","));
    expectSign(")");
    return names;
  }
}
