package io.liftlock.postgres;

import io.liftlock.core.database.Evidence;
import io.liftlock.core.sql.Tokens;
import io.liftlock.postgres.sql.Quoted;
import java.util.List;

/** Indexes: built, half built, or rebuilt. */
final class IndexProbe {

  private final Catalog catalog;

  IndexProbe(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * CREATE INDEX.
   *
   * @param at where the word INDEX stands
   */
  Evidence create(Tokens tokens, int at) {
    int name = at + 1;
    if (tokens.isWord(name, "concurrently")) {
      name++;
    }
    name = tokens.behindIfExists(name);
    int on = tokens.find(name, "on");
    if (on < 0) {
      return Evidence.cannotTell("the statement names no table");
    }
    ObjectName table = ObjectName.at(tokens, tokens.isWord(on + 1, "only") ? on + 2 : on + 1);
    if (!catalog.hasRelation(table)) {
      return catalog.isElsewhere("pg_class", "rel", table)
          ? Evidence.cannotTell(
              "table " + table + " is in a schema that the search path does not lead to")
          : Evidence.notDone("table " + table + " is not there");
    }
    if (name == on) {
      List<String> invalid = invalid(onTable(table));
      return invalid.isEmpty()
          ? Evidence.cannotTell("the index has no name in the statement")
          : Evidence.halfDone("table " + table + " has an invalid index", dropAll(invalid));
    }
    // An index lives in the schema of its table, whatever the search path says.
    ObjectName index = ObjectName.at(tokens, name);
    String mine =
        """
        c.relname = %s AND c.relnamespace =
          (SELECT t.relnamespace FROM pg_catalog.pg_class t WHERE t.oid = pg_catalog.to_regclass(%s))\
        """
            .formatted(Quoted.literal(index.name()), table.literal());
    List<String> invalid = invalid(mine);
    if (!invalid.isEmpty()) {
      return Evidence.halfDone("index " + index + " is there, but invalid", dropAll(invalid));
    }
    return Catalog.presence("index " + index, !indexes(mine).isEmpty(), true);
  }

  /** REINDEX: what a concurrent one left behind has to go; then it can be run again. */
  Evidence reindex(Tokens tokens) {
    int target = tokens.behindParens(1);
    String kind = tokens.word(target);
    boolean concurrent = tokens.find(1, "concurrently") > 0;
    for (int i = 1; i < target; i++) {
      concurrent |= tokens.isWord(i, "concurrently");
    }
    if (!concurrent) {
      return Evidence.notDone("REINDEX can be run again");
    }
    int at = target + 1;
    if (tokens.isWord(at, "concurrently")) {
      at++;
    }
    String leftOver = "c.relname ~ '_cc(new|old)[0-9]*$'";
    String scope =
        switch (kind) {
          case "table" -> onTable(ObjectName.at(tokens, at));
          case "index" -> sameTable(ObjectName.at(tokens, at));
          case "schema" ->
              "c.relnamespace = (SELECT n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = "
                  + Quoted.literal(tokens.plainName(at))
                  + ")";
          default -> "true";
        };
    List<String> invalid = invalid(scope + " AND " + leftOver);
    return invalid.isEmpty()
        ? Evidence.notDone("REINDEX can be run again, and left nothing behind")
        : Evidence.halfDone("REINDEX left invalid indexes behind", dropAll(invalid));
  }

  private static String onTable(ObjectName table) {
    return "i.indrelid = pg_catalog.to_regclass(" + table.literal() + ")";
  }

  private static String sameTable(ObjectName index) {
    return "i.indrelid = (SELECT x.indrelid FROM pg_catalog.pg_index x"
        + " WHERE x.indexrelid = pg_catalog.to_regclass("
        + index.literal()
        + "))";
  }

  private List<String> invalid(String condition) {
    return indexes("NOT i.indisvalid AND " + condition);
  }

  private List<String> indexes(String condition) {
    return catalog.list(
        """
        SELECT pg_catalog.format('%%I.%%I', n.nspname, c.relname)
          FROM pg_catalog.pg_index i
          JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
         WHERE %s
           AND n.nspname <> 'pg_toast'
         ORDER BY 1\
        """
            .formatted(condition));
  }

  private static List<String> dropAll(List<String> indexes) {
    return indexes.stream().map(name -> "DROP INDEX CONCURRENTLY IF EXISTS " + name).toList();
  }
}
