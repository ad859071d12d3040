package io.liftlock.core.sql;

/** The SQL dialects that liftlock cuts, classifies and runs. */
public enum Dialect {
  POSTGRES("postgres"),
  SQLITE("sqlite");

  private final String word;

  Dialect(String word) {
    this.word = word;
  }

  /** The name that file names and headers use, in lower case. */
  public String word() {
    return word;
  }
}
