package io.liftlock.core.sql;

/** Names as tokens write them. */
final class Names {

  private Names() {}

  /** The name itself: a quoted one without its quotes, any other in lower case. */
  static String plain(Tokens.Token token) {
    String text = token.text();
    if (token.kind() != Lexer.Kind.QUOTED_NAME || text.length() < 2) {
      return text;
    }
    int quote = text.charAt(0) == 'U' || text.charAt(0) == 'u' ? 2 : 0;
    String close = text.substring(text.length() - 1);
    return text.substring(quote + 1, text.length() - 1).replace(close + close, close);
  }
}
