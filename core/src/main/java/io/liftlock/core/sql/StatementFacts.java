package io.liftlock.core.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * What the syntax of a statement tells about the rows it changes and the indexes it builds.
 *
 * @param changedTables the tables whose rows it writes, as written but with unquoted names in lower
 *     case; empty where it writes none or the syntax does not easily tell
 * @param indexBuild whether it builds an index
 * @param unhurried whether it may take, and wait, as long as it likes, since nobody's reads and
 *     writes wait for it: what runs CONCURRENTLY, and VALIDATE CONSTRAINT on its own
 */
public record StatementFacts(List<String> changedTables, IndexBuild indexBuild, boolean unhurried) {

  /** Whether, and how, a statement builds indexes. */
  public enum IndexBuild {
    NONE,
    /** Writers wait until it is done. */
    BLOCKING,
    /** Writers go on; it may take as long as it likes. */
    CONCURRENT
  }

  /** Copies the list. */
  public StatementFacts {
    changedTables = List.copyOf(changedTables);
  }

  /** Whether it writes rows of a table that its syntax names. */
  public boolean changesData() {
    return !changedTables.isEmpty();
  }

  /** The facts of a statement. */
  public static StatementFacts of(Statement statement, Dialect dialect) {
    Tokens tokens = Tokens.of(statement, dialect);
    IndexBuild build = build(tokens);
    return new StatementFacts(
        tables(tokens), build, build == IndexBuild.CONCURRENT || hindersNobody(tokens));
  }

  private static boolean hindersNobody(Tokens tokens) {
    if (tokens.isWord(0, "drop") && tokens.isWord(1, "index")) {
      return tokens.isWord(2, "concurrently");
    }
    if (!tokens.isWord(0, "alter") || !tokens.isWord(1, "table")) {
      return false;
    }
    int at = tokens.behindIfExists(2);
    at = tokens.behindName(tokens.isWord(at, "only") ? at + 1 : at);
    if (tokens.areWords(at, "validate", "constraint")) {
      // One change only: another one may block.
      return tokens.behindName(at + 2) == tokens.size();
    }
    int last = tokens.size() - 1;
    return tokens.areWords(at, "detach", "partition")
        && (tokens.isWord(last, "concurrently") || tokens.isWord(last, "finalize"));
  }

  private static IndexBuild build(Tokens tokens) {
    switch (tokens.word(0)) {
      case "create" -> {
        int index = tokens.isWord(1, "unique") ? 2 : 1;
        if (!tokens.isWord(index, "index")) {
          return IndexBuild.NONE;
        }
        return tokens.isWord(index + 1, "concurrently")
            ? IndexBuild.CONCURRENT
            : IndexBuild.BLOCKING;
      }
      case "reindex" -> {
        int target = tokens.behindParens(1);
        boolean concurrent = tokens.isWord(target + 1, "concurrently");
        for (int i = 2; i < target - 1; i++) {
          concurrent |=
              tokens.isWord(i, "concurrently") && !TransactionRules.isFalse(tokens, i + 1);
        }
        return concurrent ? IndexBuild.CONCURRENT : IndexBuild.BLOCKING;
      }
      default -> {
        return IndexBuild.NONE;
      }
    }
  }

  private static List<String> tables(Tokens tokens) {
    List<String> tables = new ArrayList<>();
    int at = 0;
    if (tokens.isWord(0, "with")) {
      at = behindWith(tokens, tables);
    }
    String table = table(tokens, at);
    if (!table.isEmpty() && !tables.contains(table)) {
      tables.add(table);
    }
    return tables;
  }

  /** Walks over the common table expressions, some of which write rows themselves. */
  private static int behindWith(Tokens tokens, List<String> tables) {
    int i = tokens.isWord(1, "recursive") ? 2 : 1;
    while (tokens.isName(i)) {
      i = tokens.behindParens(i + 1);
      if (!tokens.isWord(i, "as")) {
        return i;
      }
      i++;
      if (tokens.isWord(i, "not")) {
        i++;
      }
      if (tokens.isWord(i, "materialized")) {
        i++;
      }
      int end = tokens.behindParens(i);
      if (end == i) {
        return i;
      }
      String table = table(tokens, i + 1);
      if (!table.isEmpty() && !tables.contains(table)) {
        tables.add(table);
      }
      i = end;
      // SEARCH and CYCLE clauses stand between an expression and the comma or the statement.
      while (tokens.isWord(i, "search") || tokens.isWord(i, "cycle")) {
        int using = tokens.find(i, "using");
        if (using < 0) {
          break;
        }
        i = using + 2;
      }
      if (!tokens.isSign(i, ",")) {
        return i;
      }
      i++;
    }
    return i;
  }

  private static String table(Tokens tokens, int at) {
    return switch (tokens.word(at)) {
      case "insert", "replace" -> {
        int into = tokens.find(at, "into");
        yield into > 0 && into <= at + 3 ? tokens.name(into + 1) : "";
      }
      case "update" -> {
        int name = at + 1;
        if (tokens.isWord(name, "or")) {
          name += 2;
        }
        yield tokens.name(tokens.isWord(name, "only") ? name + 1 : name);
      }
      case "delete" ->
          tokens.isWord(at + 1, "from")
              ? tokens.name(tokens.isWord(at + 2, "only") ? at + 3 : at + 2)
              : "";
      case "merge" ->
          tokens.isWord(at + 1, "into")
              ? tokens.name(tokens.isWord(at + 2, "only") ? at + 3 : at + 2)
              : "";
      case "copy" -> {
        int name = tokens.isWord(at + 1, "binary") ? at + 2 : at + 1;
        int from = tokens.behindParens(tokens.behindName(name));
        yield tokens.isName(name) && tokens.isWord(from, "from") ? tokens.name(name) : "";
      }
      case "create" -> created(tokens, at);
      case "refresh" -> {
        int name = tokens.isWord(at + 3, "concurrently") ? at + 4 : at + 3;
        yield tokens.areWords(at + 1, "materialized", "view") ? tokens.name(name) : "";
      }
      case "select" -> {
        int into = tokens.find(at, "into");
        if (into < 0) {
          yield "";
        }
        int name = into + 1;
        while (tokens.isWord(name, "temporary")
            || tokens.isWord(name, "temp")
            || tokens.isWord(name, "unlogged")
            || tokens.isWord(name, "local")
            || tokens.isWord(name, "global")) {
          name++;
        }
        yield tokens.name(tokens.isWord(name, "table") ? name + 1 : name);
      }
      default -> "";
    };
  }

  private static String created(Tokens tokens, int at) {
    if (tokens.areWords(at + 1, "materialized", "view")) {
      return tokens.name(tokens.behindIfExists(at + 3));
    }
    int table = at + 1;
    while (table < at + 4 && !tokens.isWord(table, "table")) {
      table++;
    }
    if (!tokens.isWord(table, "table")) {
      return "";
    }
    int name = tokens.behindIfExists(table + 1);
    int as = tokens.find(tokens.behindName(name), "as");
    boolean query =
        as > 0
            && (tokens.isSign(as + 1, "(")
                || tokens.isWord(as + 1, "select")
                || tokens.isWord(as + 1, "with")
                || tokens.isWord(as + 1, "values")
                || tokens.isWord(as + 1, "table")
                || tokens.isWord(as + 1, "execute"));
    return query ? tokens.name(name) : "";
  }
}
