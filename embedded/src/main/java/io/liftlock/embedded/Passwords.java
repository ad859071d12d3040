package io.liftlock.embedded;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes passwords nobody can guess. */
final class Passwords {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /** 32 letters, digits, hyphens and underscores: nothing that a URL or SQL would have to quote. */
  static String random() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
