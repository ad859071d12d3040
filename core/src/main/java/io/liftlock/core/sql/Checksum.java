package io.liftlock.core.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checksum of a script: its statements' hashes, chained. The text form names the algorithm
 * first ({@code t1:<hex>}), so that a later algorithm never makes an earlier row look edited.
 *
 * @param algorithm the algorithm's id, {@code t1} for the one computed here
 * @param hex the value in lower-case hexadecimal
 */
public record Checksum(String algorithm, String hex) {

  /** SHA-256 over tokens, per statement, chained. */
  public static final String TOKENS_1 = "t1";

  /** The checksum of a script without a statement. */
  public static final Checksum EMPTY = new Checksum(TOKENS_1, "0".repeat(64));

  /** Reads the text form. */
  public static Checksum parse(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      throw new IllegalArgumentException("a checksum is written algorithm:hex");
    }
    return new Checksum(text.substring(0, colon), text.substring(colon + 1));
  }

  /** The checksum of the script that has one more statement behind this one's. */
  public Checksum then(String statementHash) {
    return new Checksum(TOKENS_1, sha256(hex + statementHash));
  }

  /** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
  public static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return algorithm + ":" + hex;
  }
}
