package io.liftlock.sqlite.sql;

/** Names as SQLite compares them: it takes A to Z for a to z, and no other letter for another. */
public final class Folded {

  private Folded() {}

  /** The name with A to Z made small. */
  public static String name(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return folded.toString();
  }

  /** Whether SQLite takes two names for one. */
  public static boolean same(String left, String right) {
    return name(left).equals(name(right));
  }
}
