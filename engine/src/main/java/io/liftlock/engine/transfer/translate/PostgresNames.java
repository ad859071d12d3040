package io.liftlock.engine.transfer.translate;

/** What SQLite's names become in PostgreSQL. */
final class PostgresNames {

  private PostgresNames() {}

  /** A name; folded as PostgreSQL folds one without quotes: ASCII letters only. */
  static String of(String name, NameStyle style) {
    if (style == NameStyle.KEPT) {
      return name;
    }
    StringBuilder folded = new StringBuilder(name);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c - 'A' + 'a'));
      }
    }
    return folded.toString();
  }
}
