package io.liftlock.core.sql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Takes out of SQL text what must not be kept or shown. */
public final class Masking {

  private static final byte[] MASK = "'…'".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NUMBER_MASK = "…".getBytes(StandardCharsets.UTF_8);

  private Masking() {}

  /** As {@link #passwords(String, Dialect)} for PostgreSQL. */
  public static String passwords(String sql) {
    return passwords(sql, Dialect.POSTGRES);
  }

  /**
   * The text with {@code '…'} for every literal that holds a password, for keeping in a history: a
   * literal behind {@code PASSWORD} (roles, {@code OPTIONS} of servers and user mappings) or behind
   * a comparison with a name of that sort, a connection string or URL with a password in it (CREATE
   * SUBSCRIPTION, dblink), SQL with one in it, and the key of SQLite's ATTACH or {@code PRAGMA
   * key}. Everything else stays as it is.
   *
   * @param sql one or more statements, also cut off in the middle
   */
  public static String passwords(String sql, Dialect dialect) {
    if (!mayHoldPassword(sql)) {
      return sql;
    }
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    Tokens tokens = Tokens.of(dialect, sql);
    ByteArrayOutputStream masked = new ByteArrayOutputStream(bytes.length);
    int done = 0;
    int statement = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Tokens.Token token = tokens.get(i);
      boolean quotedValue =
          dialect == Dialect.SQLITE && token.kind() == Lexer.Kind.QUOTED_NAME && i > statement;
      byte[] instead = null;
      if (token.kind() == Lexer.Kind.SEMICOLON) {
        statement = i + 1;
      } else if (isLiteral(token) || quotedValue) {
        if (isBehindPassword(tokens, statement, i)) {
          instead = MASK;
        } else if (token.kind() == Lexer.Kind.DOLLAR_STRING) {
          instead = dollarString(token.text(), dialect);
        } else if (token.kind() == Lexer.Kind.STRING && holdsPassword(token.text(), dialect)) {
          instead = MASK;
        }
      }
      if (instead != null) {
        masked.write(bytes, done, token.start() - done);
        masked.writeBytes(instead);
        done = token.end();
      }
    }
    masked.write(bytes, done, bytes.length - done);
    return masked.toString(StandardCharsets.UTF_8);
  }

  /**
   * The text of somebody's query without any value in it, for showing: {@code '…'} for each string
   * and {@code …} for each number; comments are left out.
   *
   * @param sql a query, also cut off in the middle
   */
  public static String literals(String sql) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    Lexer lexer = Lexer.of(Dialect.POSTGRES, sql);
    ByteArrayOutputStream masked = new ByteArrayOutputStream(bytes.length);
    int done = 0;
    try {
      for (Lexer.Kind kind = lexer.next(); kind != Lexer.Kind.END; kind = lexer.next()) {
        byte[] instead =
            switch (kind) {
              case STRING, DOLLAR_STRING -> MASK;
              case NUMBER -> NUMBER_MASK;
              case LINE_COMMENT, BLOCK_COMMENT -> new byte[0];
              default -> null;
            };
        if (instead != null) {
          masked.write(bytes, done, (int) lexer.start() - done);
          masked.writeBytes(instead);
          done = (int) lexer.end();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory does not fail", e);
    }
    masked.write(bytes, done, bytes.length - done);
    return masked.toString(StandardCharsets.UTF_8).strip();
  }

  /** Most statements hold none of these, and nothing more need be asked of them. */
  private static boolean mayHoldPassword(String sql) {
    String lower = sql.toLowerCase(Locale.ROOT);
    return lower.contains("passw")
        || lower.contains("pwd")
        || lower.contains("://")
        || lower.contains("key");
  }

  private static boolean isLiteral(Tokens.Token token) {
    return token.kind() == Lexer.Kind.STRING || token.kind() == Lexer.Kind.DOLLAR_STRING;
  }

  private static boolean isBehindPassword(Tokens tokens, int statement, int index) {
    int before = index - 1;
    if (before >= statement && isAssignment(tokens.get(before).text())) {
      before--;
    }
    // Adjacent literals in several lines are one value.
    while (before >= statement && isLiteral(tokens.get(before))) {
      before--;
    }
    if (before < statement || !tokens.isName(before)) {
      return false;
    }
    String name = Names.plain(tokens.get(before)).toLowerCase(Locale.ROOT);
    if (name.contains("password") || name.contains("passwd") || name.contains("pwd")) {
      return true;
    }
    return switch (tokens.word(statement)) {
      case "attach" -> name.equals("key");
      case "pragma" ->
          name.equals("key")
              || name.equals("rekey")
              || name.equals("hexkey")
              || name.equals("hexrekey")
              || name.equals("textkey")
              || name.equals("textrekey");
      default -> false;
    };
  }

  private static boolean isAssignment(String sign) {
    return sign.equals("=") || sign.equals(":=") || sign.equals("=>") || sign.equals("(");
  }

  private static byte[] dollarString(String literal, Dialect dialect) {
    String body = StringLiteral.value(literal);
    boolean isCode = body.indexOf(';') >= 0;
    if (!isCode && isConnectionString(body)) {
      return MASK;
    }
    int tag = literal.indexOf('$', 1) + 1;
    if (body.length() == literal.length()) {
      // Cut off before its end.
      return (literal.substring(0, tag) + passwords(literal.substring(tag), dialect))
          .getBytes(StandardCharsets.UTF_8);
    }
    String dollars = literal.substring(0, tag);
    return (dollars + passwords(body, dialect) + dollars).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean holdsPassword(String literal, Dialect dialect) {
    String value = StringLiteral.value(literal);
    return isConnectionString(value) || !passwords(value, dialect).equals(value);
  }

  /** {@code password=…} between words, or {@code scheme://user:password@host}. */
  private static boolean isConnectionString(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    for (int at = lower.indexOf("password"); at >= 0; at = lower.indexOf("password", at + 1)) {
      int i = at + "password".length();
      while (i < lower.length() && Character.isWhitespace(lower.charAt(i))) {
        i++;
      }
      if (i < lower.length() && lower.charAt(i) == '=') {
        return true;
      }
    }
    int scheme = lower.indexOf("://");
    int at = lower.indexOf('@', scheme + 3);
    int colon = lower.indexOf(':', scheme + 3);
    return scheme > 0 && colon > 0 && colon < at;
  }
}
