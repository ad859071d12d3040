package io.liftlock.sqlite.grammar;

import java.util.Set;

/** The keywords that SQLite takes for no name; all others fall back to one ({@code parse.y}). */
final class Reserved {

  private static final Set<String> NEVER =
      Set.of(
          "add",
          "all",
          "alter",
          "and",
          "as",
          "autoincrement",
          "between",
          "case",
          "check",
          "collate",
          "commit",
          "constraint",
          "create",
          "default",
          "deferrable",
          "delete",
          "distinct",
          "drop",
          "else",
          "escape",
          "except",
          "exists",
          "foreign",
          "from",
          "group",
          "having",
          "in",
          "index",
          "insert",
          "intersect",
          "into",
          "is",
          "isnull",
          "join",
          "limit",
          "not",
          "nothing",
          "notnull",
          "null",
          "on",
          "or",
          "order",
          "primary",
          "references",
          "returning",
          "select",
          "set",
          "table",
          "then",
          "to",
          "transaction",
          "union",
          "unique",
          "update",
          "using",
          "values",
          "when",
          "where");

  /** Names everywhere but behind a table or expression, where they mean what they say. */
  private static final Set<String> NO_ALIAS =
      Set.of("cross", "full", "indexed", "inner", "left", "natural", "outer", "right");

  private Reserved() {}

  /** Whether a word, in lower case, can be no name without quotes. */
  static boolean isKeyword(String word) {
    return NEVER.contains(word);
  }

  /** Whether a word, in lower case, can be an alias that AS does not announce. */
  static boolean isAlias(String word) {
    return !NEVER.contains(word) && !NO_ALIAS.contains(word);
  }
}
