package io.liftlock.engine.transfer.compare;

import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.FieldText;
import io.liftlock.core.transfer.FieldValue;
import java.util.Locale;

/**
 * A value out of a tuple, or its beginning where it is very large.
 *
 * @param value the value; what is cut off is missing
 * @param form the form that was asked for
 * @param length how many bytes it has; -1 for NULL
 * @param hash of all of it
 */
record Field(FieldValue value, FieldForm form, int length, long hash) {

  /** As people read it. */
  FieldText text(int longest) {
    if (value.isNull()) {
      return FieldText.NULL;
    }
    String text = value.text();
    int characters = text.codePointCount(0, text.length());
    String kind = form == FieldForm.ANY ? value.form().name().toLowerCase(Locale.ROOT) : "";
    return new FieldText(
        text.length() > longest ? text.substring(0, longest) : text,
        kind,
        isCut() ? Math.max(length, characters) : characters,
        hash);
  }

  /** A tag of one byte is taken off some values. */
  private boolean isCut() {
    byte[] bytes = value.bytes();
    return bytes != null && bytes.length < length - 1;
  }

  /**
   * The whole value.
   *
   * @throws io.liftlock.core.error.StateError with ROW_TOO_LARGE where a part of it was cut off
   */
  FieldValue whole() {
    if (isCut()) {
      throw NotMendable.tooLong(length);
    }
    return value;
  }
}
