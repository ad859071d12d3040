package io.liftlock.postgres;

import io.liftlock.core.database.Evidence;
import io.liftlock.core.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/** ALTER TABLE and its kin, action by action. */
final class TableProbe {

  private final Catalog catalog;

  TableProbe(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The whole statement.
   *
   * @param at where the word TABLE, VIEW, SEQUENCE or INDEX stands
   */
  Evidence alter(Tokens tokens, int at) {
    int name = tokens.behindIfExists(at + 1);
    if (tokens.isWord(name, "only")) {
      name++;
    }
    if (!tokens.isName(name) || tokens.isWord(at + 1, "all")) {
      return unknown();
    }
    ObjectName table = ObjectName.at(tokens, name);
    int action = tokens.behindName(name);
    if (tokens.isSign(action, "*")) {
      action++;
    }
    if (tokens.areWords(action, "rename", "to")) {
      ObjectName to = new ObjectName(table.schema(), tokens.plainName(action + 2));
      return PostgresProbe.renamed(catalog.hasRelation(table), catalog.hasRelation(to));
    }
    if (!catalog.hasRelation(table)) {
      return catalog.isElsewhere("pg_class", "rel", table)
          ? Evidence.cannotTell(table + " is in a schema that the search path does not lead to")
          : Evidence.notDone(table + " is not there");
    }
    List<Evidence> all = new ArrayList<>();
    for (Tokens one : actions(tokens, action)) {
      all.add(action(table, one));
    }
    return PostgresProbe.together(all);
  }

  private static Evidence unknown() {
    return Evidence.cannotTell("the catalog does not show what this action did");
  }

  private static List<Tokens> actions(Tokens tokens, int from) {
    List<Tokens> actions = new ArrayList<>();
    int begin = from;
    int at = from;
    while (at < tokens.size()) {
      if (tokens.isSign(at, ",")) {
        actions.add(tokens.slice(begin, at));
        begin = at + 1;
      }
      int behind = tokens.behindParens(at);
      at = behind > at ? behind : at + 1;
    }
    actions.add(tokens.slice(begin, tokens.size()));
    return actions;
  }

  private Evidence action(ObjectName table, Tokens action) {
    return switch (action.word(0)) {
      case "add" -> add(table, action);
      case "drop" -> drop(table, action);
      case "alter" -> column(table, action);
      case "validate" -> validate(table, action);
      case "rename" -> rename(table, action);
      case "enable", "disable", "force", "no" -> rowSecurity(table, action);
      case "detach" -> detach(table, action);
      case "attach" -> attach(table, action);
      default -> unknown();
    };
  }

  private Evidence add(ObjectName table, Tokens action) {
    if (action.isWord(1, "constraint")) {
      return constraint(table, action.plainName(2), true);
    }
    if (action.areWords(1, "primary", "key")) {
      boolean there =
          catalog.holds(
              "EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.contype = 'p'"
                  + " AND k.conrelid = pg_catalog.to_regclass("
                  + table.literal()
                  + "))");
      return Catalog.presence("primary key of " + table, there, true);
    }
    switch (action.word(1)) {
      case "check", "unique", "foreign", "exclude", "not" -> {
        return unknown();
      }
      default -> {
        int name = action.behindIfExists(action.isWord(1, "column") ? 2 : 1);
        return column(table, action.plainName(name), true);
      }
    }
  }

  private Evidence drop(ObjectName table, Tokens action) {
    if (action.isWord(1, "constraint")) {
      return constraint(table, action.plainName(action.behindIfExists(2)), false);
    }
    int name = action.behindIfExists(action.isWord(1, "column") ? 2 : 1);
    return column(table, action.plainName(name), false);
  }

  private Evidence column(ObjectName table, String column, boolean wanted) {
    return Catalog.presence(
        "column " + column + " of " + table,
        catalog.holds(Catalog.column(table, column, "true")),
        wanted);
  }

  private Evidence constraint(ObjectName table, String name, boolean wanted) {
    return Catalog.presence(
        "constraint " + name + " of " + table,
        catalog.holds(Catalog.constraint(table, name, "true")),
        wanted);
  }

  private Evidence column(ObjectName table, Tokens action) {
    int name = action.isWord(1, "column") ? 2 : 1;
    String column = action.plainName(name);
    boolean set = action.areWords(name + 1, "set", "not", "null");
    if (set || action.areWords(name + 1, "drop", "not", "null")) {
      boolean is = catalog.holds(Catalog.column(table, column, "a.attnotnull"));
      String because = "column " + column + " of " + table + (is ? " is NOT NULL" : " allows NULL");
      return is == set ? Evidence.done(because) : Evidence.notDone(because);
    }
    if (action.areWords(name + 1, "drop", "default")) {
      boolean has = catalog.holds(Catalog.column(table, column, "a.atthasdef"));
      return Catalog.presence("default of " + column, has, false);
    }
    return unknown();
  }

  private Evidence validate(ObjectName table, Tokens action) {
    String name = action.plainName(2);
    if (!catalog.holds(Catalog.constraint(table, name, "true"))) {
      return Evidence.notDone("constraint " + name + " of " + table + " is not there");
    }
    boolean valid = catalog.holds(Catalog.constraint(table, name, "k.convalidated"));
    String because = "constraint " + name + (valid ? " is valid" : " is not validated");
    return valid ? Evidence.done(because) : Evidence.notDone(because);
  }

  private Evidence rename(ObjectName table, Tokens action) {
    boolean constraint = action.isWord(1, "constraint");
    int from = constraint || action.isWord(1, "column") ? 2 : 1;
    String before = action.plainName(from);
    String after = action.plainName(from + 2);
    return constraint
        ? PostgresProbe.renamed(
            catalog.holds(Catalog.constraint(table, before, "true")),
            catalog.holds(Catalog.constraint(table, after, "true")))
        : PostgresProbe.renamed(
            catalog.holds(Catalog.column(table, before, "true")),
            catalog.holds(Catalog.column(table, after, "true")));
  }

  private Evidence rowSecurity(ObjectName table, Tokens action) {
    int row = action.find(0, "row");
    if (row < 0 || !action.areWords(row, "row", "level", "security")) {
      return unknown();
    }
    String column = action.find(0, "force") >= 0 ? "c.relforcerowsecurity" : "c.relrowsecurity";
    boolean wanted = action.isWord(0, "enable") || action.isWord(0, "force");
    boolean is =
        catalog.holds(
            "EXISTS (SELECT 1 FROM pg_catalog.pg_class c WHERE c.oid = pg_catalog.to_regclass("
                + table.literal()
                + ") AND "
                + column
                + ")");
    String because = "row level security of " + table + (is ? " is on" : " is off");
    return is == wanted ? Evidence.done(because) : Evidence.notDone(because);
  }

  private Evidence detach(ObjectName table, Tokens action) {
    ObjectName partition = ObjectName.at(action, 2);
    String of = child(table, partition);
    if (!catalog.hasRelation(partition)) {
      return Evidence.cannotTell("partition " + partition + " is not there");
    }
    if (!catalog.holds(of.formatted("true"))) {
      return Evidence.done(partition + " is no partition of " + table);
    }
    boolean pending = catalog.holds(of.formatted("h.inhdetachpending"));
    if (pending && !action.isWord(action.behindName(2), "finalize")) {
      return Evidence.halfDone(
          "partition " + partition + " is being detached",
          List.of(
              "ALTER TABLE %s DETACH PARTITION %s FINALIZE"
                  .formatted(table.sql(), partition.sql())));
    }
    return Evidence.notDone(partition + " is a partition of " + table);
  }

  private Evidence attach(ObjectName table, Tokens action) {
    ObjectName partition = ObjectName.at(action, 2);
    return Catalog.presence(
        "partition " + partition + " of " + table,
        catalog.holds(child(table, partition).formatted("true")),
        true);
  }

  private static String child(ObjectName table, ObjectName partition) {
    return "EXISTS (SELECT 1 FROM pg_catalog.pg_inherits h WHERE h.inhparent ="
        + " pg_catalog.to_regclass("
        + table.literal().replace("%", "%%")
        + ") AND h.inhrelid = pg_catalog.to_regclass("
        + partition.literal().replace("%", "%%")
        + ") AND %s)";
  }
}
