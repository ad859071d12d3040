package io.liftlock.engine.safety.policy;

import java.util.regex.Pattern;

/** A name in which {@code *} stands for any characters and {@code ?} for one. */
public final class NamePattern {

  private final String text;
  private final Pattern pattern;

  private NamePattern(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /** Reads a pattern; every text is one. */
  public static NamePattern of(String text) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return new NamePattern(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  /** Whether it means that name as a whole. */
  public boolean matches(String name) {
    return pattern.matcher(name).matches();
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
