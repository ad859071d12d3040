package io.liftlock.core.transfer;

/** How the value of one column travels. */
public enum FieldForm {
  /** As the server writes it; only its own kind can read it. */
  NATIVE,
  /** A whole number of 64 bits, big-endian. */
  INTEGER,
  /** An IEEE 754 double, big-endian, bit for bit. */
  REAL,
  /** UTF-8. What has no other form travels as the text that the reference prescribes. */
  TEXT,
  /** The bytes themselves. */
  BYTES,
  /** One byte that says which of the four above it is ({@link #tag()}), then that form. */
  ANY;

  /** The byte that stands for this form before a value of {@link #ANY}. */
  public byte tag() {
    return switch (this) {
      case INTEGER -> 'i';
      case REAL -> 'r';
      case TEXT -> 't';
      case BYTES -> 'b';
      case NATIVE, ANY -> throw new IllegalStateException("no value is tagged " + this);
    };
  }
}
