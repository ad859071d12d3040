package io.liftlock.core.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash of a statement, algorithm {@code t1}. It stands in history tables, so it never changes;
 * a better one would get another id.
 *
 * <p>SHA-256 over, for each token of the statement in order, the token's bytes in UTF-8 and then
 * the byte {@code ff}, which no UTF-8 text contains. Comments and white space outside literals are
 * no tokens; the semicolon that ends the statement is left out, those inside it count. The bytes of
 * a token are those of the file, with these exceptions:
 *
 * <ul>
 *   <li>in words (unquoted names and keywords) and numbers, {@code A} to {@code Z} become {@code a}
 *       to {@code z}; nothing outside ASCII is folded, as in a UTF-8 PostgreSQL;
 *   <li>so they do in the prefix of a literal ({@code E'…'}, {@code B'…'}, {@code X'…'}, {@code
 *       N'…'}, {@code U&'…'}, {@code U&"…"});
 *   <li>in literals and quoted names, a carriage return directly before a line feed is left out.
 * </ul>
 *
 * <p>A statement with COPY data goes on with the byte {@code fe} and the bytes of the data block,
 * also without carriage returns before line feeds.
 *
 * <p>The tokens are those of {@link Lexer}. The checksum of a script is in {@link Checksum}.
 *
 * <p>One object serves any number of statements, one after the other.
 */
final class TokenHash {

  private static final byte TOKEN_END = (byte) 0xff;
  private static final byte DATA_BEGIN = (byte) 0xfe;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final MessageDigest digest;
  private final byte[] pending = new byte[8192];
  private int count;
  private boolean carriageReturn;

  TokenHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds a token, or a part of one. */
  void piece(byte[] bytes, int from, int to, Lexer.Kind kind, boolean first) {
    switch (kind) {
      case WORD, NUMBER -> folded(bytes, from, to);
      case STRING, QUOTED_NAME -> {
        int start = from;
        if (first) {
          while (start < to && isPrefix(bytes[start])) {
            start++;
          }
          folded(bytes, from, start);
        }
        data(bytes, start, to);
      }
      default -> data(bytes, from, to);
    }
  }

  /** Ends a token. */
  void endToken() {
    flushCarriageReturn();
    add(TOKEN_END);
  }

  /** The bytes of a COPY data block follow. */
  void beginCopyData() {
    add(DATA_BEGIN);
  }

  /** Adds bytes without the carriage returns before line feeds. */
  void data(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == '\r') {
        flushCarriageReturn();
        carriageReturn = true;
      } else {
        if (carriageReturn) {
          if (b != '\n') {
            add((byte) '\r');
          }
          carriageReturn = false;
        }
        add(b);
      }
    }
  }

  /** The hash of everything added since the last call, in lower-case hexadecimal. */
  String finish() {
    flushCarriageReturn();
    digest.update(pending, 0, count);
    count = 0;
    return hex(digest.digest());
  }

  /** {@link Checksum#then} for a checksum's value, without a digest of its own. */
  String chain(String checksum, String statementHash) {
    digest.update(checksum.getBytes(StandardCharsets.ISO_8859_1));
    digest.update(statementHash.getBytes(StandardCharsets.ISO_8859_1));
    return hex(digest.digest());
  }

  private static boolean isPrefix(byte b) {
    return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || b == '&';
  }

  private void folded(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      add((byte) Lexer.lower(bytes[i]));
    }
  }

  private void add(byte b) {
    if (count == pending.length) {
      digest.update(pending, 0, count);
      count = 0;
    }
    pending[count++] = b;
  }

  private void flushCarriageReturn() {
    if (carriageReturn) {
      carriageReturn = false;
      add((byte) '\r');
    }
  }

  private static String hex(byte[] bytes) {
    byte[] text = new byte[bytes.length * 2];
    for (int i = 0; i < bytes.length; i++) {
      text[2 * i] = HEX[(bytes[i] >> 4) & 15];
      text[2 * i + 1] = HEX[bytes[i] & 15];
    }
    return new String(text, StandardCharsets.ISO_8859_1);
  }
}
