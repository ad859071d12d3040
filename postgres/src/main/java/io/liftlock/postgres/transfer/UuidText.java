package io.liftlock.postgres.transfer;

/** Reads UUIDs as PostgreSQL prints them. */
final class UuidText {

  private static final int LENGTH = 36;

  private UuidText() {}

  /** Writes it, where it is 32 hexadecimal digits in five groups. */
  static boolean uuid(CopyStream out, byte[] bytes, int offset, int length) {
    if (length != LENGTH) {
      return false;
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < LENGTH; i++) {
      byte letter = bytes[offset + i];
      if (i == 8 || i == 13 || i == 18 || i == 23) {
        if (letter != '-') {
          return false;
        }
      } else {
        int digit = letter < 0 ? -1 : Character.digit(letter, 16);
        if (digit < 0) {
          return false;
        }
        high = high << 4 | low >>> 60;
        low = low << 4 | digit;
      }
    }
    out.putInt(16);
    out.putLong(high);
    out.putLong(low);
    return true;
  }
}
