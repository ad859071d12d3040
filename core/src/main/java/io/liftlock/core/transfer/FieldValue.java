package io.liftlock.core.transfer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The value of one column of one row, taken out of a tuple.
 *
 * @param form how it travelled; neither {@link FieldForm#NATIVE} nor {@link FieldForm#ANY}
 * @param bytes the value in that form; null for NULL
 */
@SuppressWarnings("ArrayRecordComponent") // Equal by content, see below; copied where it matters.
public record FieldValue(FieldForm form, byte @Nullable [] bytes) {

  /** Reads a value as it travelled: takes the tag off one that has any form. */
  public static FieldValue read(FieldForm form, byte @Nullable [] bytes) {
    if (form != FieldForm.ANY || bytes == null) {
      return new FieldValue(form == FieldForm.ANY ? FieldForm.TEXT : form, bytes);
    }
    byte[] value = Arrays.copyOfRange(bytes, 1, bytes.length);
    for (FieldForm tagged : new FieldForm[] {FieldForm.INTEGER, FieldForm.REAL, FieldForm.TEXT}) {
      if (tagged.tag() == bytes[0]) {
        return new FieldValue(tagged, value);
      }
    }
    return new FieldValue(FieldForm.BYTES, value);
  }

  /** Whether it is NULL. */
  public boolean isNull() {
    return bytes == null;
  }

  /**
   * The value as people read it, and as a database reads it back: bytes as {@code \x} and
   * hexadecimal digits.
   *
   * @throws IllegalStateException for NULL
   */
  public String text() {
    byte[] value = bytes;
    if (value == null) {
      throw new IllegalStateException("NULL has no text");
    }
    return switch (form) {
      case INTEGER -> Long.toString(ByteBuffer.wrap(value).getLong());
      case REAL -> real(ByteBuffer.wrap(value).getDouble());
      case TEXT -> new String(value, StandardCharsets.UTF_8);
      case BYTES -> "\\x" + HexFormat.of().formatHex(value);
      case NATIVE, ANY -> throw new IllegalStateException("no value has the form " + form);
    };
  }

  private static String real(double value) {
    return Double.toString(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldValue that
        && form == that.form
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * form.name().hashCode() + Arrays.hashCode(bytes);
  }

  /** Its form, never the value. */
  @Override
  public String toString() {
    return bytes == null ? "NULL" : form + " of " + bytes.length + " bytes";
  }
}
