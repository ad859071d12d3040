package io.liftlock.postgres.transfer;

/** Writes the values of one column of neutral tuples into COPY. */
interface FieldWriter {

  /** A value that is there as a whole. */
  void whole(byte[] bytes, int offset, int length);

  /**
   * A value begins that comes in pieces, since it is too large to be kept.
   *
   * @param length of all pieces together
   */
  void begin(int length);

  /** The next piece. */
  void piece(byte[] bytes, int offset, int length);

  /** The value is there. */
  void end();

  /** One of a column whose values are short: it never comes in pieces. */
  @FunctionalInterface
  interface Brief extends FieldWriter {

    @Override
    default void begin(int length) {
      throw new IllegalArgumentException("a value of " + length + " bytes is none of this type");
    }

    @Override
    default void piece(byte[] bytes, int offset, int length) {
      throw new IllegalStateException("no value has begun");
    }

    @Override
    default void end() {
      throw new IllegalStateException("no value has begun");
    }
  }
}
