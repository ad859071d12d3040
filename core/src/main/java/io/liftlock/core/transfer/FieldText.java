package io.liftlock.core.transfer;

import org.jspecify.annotations.Nullable;

/**
 * A value of a row as text, or its beginning where it is long.
 *
 * @param text as the database writes it; null for NULL
 * @param kind what kind of value it is, as in {@code integer}; empty where the column's type says
 *     it
 * @param length how many characters all of it has; -1 for NULL
 * @param hash of all of it, so that two long ones can be told apart; 0 for NULL
 */
public record FieldText(@Nullable String text, String kind, long length, long hash) {

  /** No value. */
  public static final FieldText NULL = new FieldText(null, "", -1, 0);

  /** Whether the text is only the beginning. */
  public boolean isCut() {
    return text != null && text.codePointCount(0, text.length()) < length;
  }

  /** Whether another one is the same, as far as their hashes tell. */
  public boolean isSame(FieldText other) {
    return length == other.length && hash == other.hash && kind.equals(other.kind);
  }

  /** Its length, never the text. */
  @Override
  public String toString() {
    return text == null ? "NULL" : kind + " of " + length;
  }
}
