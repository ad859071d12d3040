package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.FieldValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value of a row that differs, or its beginning where it is very large.
 *
 * @param value the value; what is cut off is missing
 * @param length how many bytes it has; -1 for NULL
 * @param hash of all of it
 */
record Field(FieldValue value, int length, long hash) {

  /** How many bytes of a value are kept in memory. */
  static final int KEPT = 1 << 18;

  private static final int SHOWN = 1_000;

  /** Whether another one is the same. */
  boolean isSame(Field other) {
    return length == other.length && hash == other.hash && value.form() == other.value.form();
  }

  /** Whether a part of it was cut off. */
  boolean isCut() {
    return length > KEPT;
  }

  /**
   * As people read it, the beginning of what is long; null for NULL.
   *
   * @param withForm whether to say which form it has, since the other side's has another one
   */
  @Nullable String shown(boolean withForm) {
    if (value.isNull()) {
      return null;
    }
    String text = value.text();
    if (text.length() > SHOWN) {
      text = text.substring(0, SHOWN) + "… (" + length + " bytes)";
    }
    return withForm ? text + " (" + value.form().name().toLowerCase(Locale.ROOT) + ")" : text;
  }
}
