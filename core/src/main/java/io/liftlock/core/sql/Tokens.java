package io.liftlock.core.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The tokens of one statement without its comments, as a list; of a large statement the first. */
public final class Tokens {

  private static final int LARGE_HEAD = 1 << 16;

  /**
   * One token.
   *
   * @param kind what it is
   * @param text as written; of a word in lower case
   * @param written as written
   * @param start index of its first byte in the statement's UTF-8 bytes
   * @param end index behind its last byte
   */
  record Token(Lexer.Kind kind, String text, String written, int start, int end) {

    /** The token that a lexer stands at. */
    static Token of(Lexer lexer) {
      String written = lexer.text();
      String text = lexer.kind() == Lexer.Kind.WORD ? written.toLowerCase(Locale.ROOT) : written;
      return new Token(lexer.kind(), text, written, (int) lexer.start(), (int) lexer.end());
    }
  }

  private final List<Token> tokens;

  private Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The tokens of a statement; of one too large to keep, those of its first 64 KB. */
  public static Tokens of(Statement statement, Dialect dialect) {
    if (!statement.isLarge()) {
      return of(dialect, statement.text());
    }
    try (InputStream in = statement.open()) {
      return of(dialect, new String(in.readNBytes(LARGE_HEAD), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tokens of a text. */
  public static Tokens of(Dialect dialect, String sql) {
    return first(dialect, sql, Integer.MAX_VALUE);
  }

  /** The first tokens of a text, at most so many; what stands behind them is not looked at. */
  public static Tokens first(Dialect dialect, String sql, int count) {
    List<Token> tokens = new ArrayList<>();
    Lexer lexer = Lexer.of(dialect, sql);
    try {
      while (tokens.size() < count && lexer.next() != Lexer.Kind.END) {
        switch (lexer.kind()) {
          case LINE_COMMENT, BLOCK_COMMENT -> {
            // Says nothing to a server.
          }
          default -> tokens.add(Token.of(lexer));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory does not fail", e);
    }
    return new Tokens(tokens);
  }

  /** How many they are. */
  public int size() {
    return tokens.size();
  }

  /** The token at an index; one of kind END behind the last. */
  Token get(int index) {
    return index >= 0 && index < tokens.size()
        ? tokens.get(index)
        : new Token(Lexer.Kind.END, "", "", 0, 0);
  }

  /** The token at an index as it was written; empty behind the last. */
  public String written(int index) {
    return get(index).written();
  }

  /** Where the token at an index begins: index of its first byte in the text's UTF-8 bytes. */
  public int start(int index) {
    return get(index).start();
  }

  /** Whether a name in quotes stands there; in SQLite it may be a string as well. */
  public boolean isQuotedName(int index) {
    return get(index).kind() == Lexer.Kind.QUOTED_NAME;
  }

  /** Whether a string, or a blob, in single quotes stands there. */
  public boolean isString(int index) {
    return get(index).kind() == Lexer.Kind.STRING;
  }

  /** Whether a number stands there. */
  public boolean isNumber(int index) {
    return get(index).kind() == Lexer.Kind.NUMBER;
  }

  /** Whether white space or a comment stands before the token at an index. */
  public boolean isApart(int index) {
    return index > 0 && get(index - 1).end() < get(index).start();
  }

  /** The word at an index in lower case; empty where there is none. */
  public String word(int index) {
    Token token = get(index);
    return token.kind() == Lexer.Kind.WORD ? token.text() : "";
  }

  /** Whether that word, in lower case, stands there. */
  public boolean isWord(int index, String word) {
    return word(index).equals(word);
  }

  /** Whether these words stand here, one behind the other. */
  public boolean areWords(int index, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!isWord(index + i, words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether that operator, parenthesis or punctuation stands there. */
  public boolean isSign(int index, String sign) {
    Token token = get(index);
    return token.text().equals(sign) && token.kind() != Lexer.Kind.QUOTED_NAME;
  }

  /** The first index, from one on, where a word stands outside parentheses; -1 where none does. */
  public int find(int from, String word) {
    int depth = 0;
    for (int i = from; i < size(); i++) {
      switch (get(i).kind()) {
        case LEFT_PAREN -> depth++;
        case RIGHT_PAREN -> depth--;
        case WORD -> {
          if (depth == 0 && get(i).text().equals(word)) {
            return i;
          }
        }
        default -> {
          // Not a word.
        }
      }
    }
    return -1;
  }

  /** The index behind a group in parentheses that begins here; the same index if none does. */
  public int behindParens(int index) {
    if (get(index).kind() != Lexer.Kind.LEFT_PAREN) {
      return index;
    }
    int depth = 0;
    for (int i = index; i < size(); i++) {
      Lexer.Kind kind = get(i).kind();
      if (kind == Lexer.Kind.LEFT_PAREN) {
        depth++;
      } else if (kind == Lexer.Kind.RIGHT_PAREN && --depth == 0) {
        return i + 1;
      }
    }
    return size();
  }

  /** The index behind {@code IF EXISTS} or {@code IF NOT EXISTS}; the same if none stands here. */
  public int behindIfExists(int index) {
    if (areWords(index, "if", "not", "exists")) {
      return index + 3;
    }
    return areWords(index, "if", "exists") ? index + 2 : index;
  }

  /** Whether a name can begin here. */
  public boolean isName(int index) {
    Lexer.Kind kind = get(index).kind();
    return kind == Lexer.Kind.WORD || kind == Lexer.Kind.QUOTED_NAME;
  }

  /** The index behind a name, with its schema if it has one. */
  public int behindName(int index) {
    int i = index;
    if (!isName(i)) {
      return i;
    }
    i++;
    while (isSign(i, ".") && isName(i + 1)) {
      i += 2;
    }
    return i;
  }

  /**
   * The name that begins here, with its schema if one is written: parts joined by dots, unquoted
   * ones in lower case, quoted ones as written with their quotes.
   */
  public String name(int index) {
    StringBuilder name = new StringBuilder();
    int end = behindName(index);
    for (int i = index; i < end; i++) {
      name.append(get(i).text());
    }
    return name.toString();
  }

  /** One part of a name as the server keeps it: without quotes, or in lower case. */
  public String plainName(int index) {
    return Names.plain(get(index));
  }

  /** The value of the string literal at an index, or null where none stands there. */
  public @Nullable String string(int index) {
    return switch (get(index).kind()) {
      case STRING, DOLLAR_STRING -> StringLiteral.value(get(index).text());
      default -> null;
    };
  }

  /** The tokens from one index on, up to another. */
  public Tokens slice(int from, int to) {
    return new Tokens(tokens.subList(from, Math.min(to, tokens.size())));
  }
}
