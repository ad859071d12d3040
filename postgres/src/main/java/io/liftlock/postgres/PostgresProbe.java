package io.liftlock.postgres;

import io.liftlock.core.database.Evidence;
import io.liftlock.core.database.StatementProbe;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.sql.Tokens;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks into the catalog whether a statement has taken effect. Says so only where the catalog can
 * prove it; whatever is not known here, rows above all, it cannot tell.
 */
final class PostgresProbe implements StatementProbe {

  /** Run again, they do the same once more and harm nothing. */
  private static final Set<String> HARMLESS =
      Set.of("vacuum", "analyze", "cluster", "checkpoint", "discard", "set", "reset", "refresh");

  /** Words between CREATE and the kind of object. */
  private static final Set<String> BEFORE_KIND =
      Set.of(
          "or",
          "replace",
          "temp",
          "temporary",
          "unlogged",
          "global",
          "local",
          "recursive",
          "unique",
          "foreign",
          "constraint",
          "event");

  private final Catalog catalog;

  PostgresProbe(Link link) {
    this.catalog = new Catalog(link);
  }

  @Override
  public Evidence probe(Statement statement) {
    return statement.isLarge() || statement.hasCopyData()
        ? unknown()
        : probe(Tokens.of(statement, Dialect.POSTGRES));
  }

  private static Evidence unknown() {
    return Evidence.cannotTell("the catalog does not show what this kind of statement did");
  }

  private Evidence probe(Tokens tokens) {
    String verb = tokens.word(0);
    if (HARMLESS.contains(verb)) {
      return Evidence.notDone(verb.toUpperCase(Locale.ROOT) + " can be run again");
    }
    return switch (verb) {
      case "create" -> create(tokens);
      case "drop" -> drop(tokens);
      case "alter" -> alter(tokens);
      case "reindex" -> new IndexProbe(catalog).reindex(tokens);
      case "comment" -> comment(tokens);
      case "do" -> block(tokens);
      default -> unknown();
    };
  }

  private Evidence create(Tokens tokens) {
    int at = 1;
    boolean replaces = tokens.areWords(1, "or", "replace");
    while (BEFORE_KIND.contains(tokens.word(at))) {
      at++;
    }
    String kind = tokens.word(at);
    if (kind.equals("index")) {
      return new IndexProbe(catalog).create(tokens, at);
    }
    if (kind.equals("materialized")) {
      at++;
    }
    Evidence evidence = object(tokens, at, true);
    return replaces && evidence.verdict() == Evidence.Verdict.DONE
        ? Evidence.cannotTell(evidence.because() + ", but may be the one of before")
        : evidence;
  }

  private Evidence drop(Tokens tokens) {
    int at = 1;
    while (tokens.isWord(at, "materialized")
        || tokens.isWord(at, "foreign")
        || tokens.isWord(at, "event")) {
      at++;
    }
    int name = at + 1;
    if (tokens.isWord(name, "concurrently")) {
      name++;
    }
    name = tokens.behindIfExists(name);
    List<Evidence> all = new ArrayList<>();
    while (true) {
      all.add(object(tokens.word(at), tokens, name, false));
      int end = tokens.behindParens(tokens.behindName(name));
      if (!tokens.isSign(end, ",")) {
        return together(all);
      }
      name = end + 1;
    }
  }

  private Evidence object(Tokens tokens, int at, boolean wanted) {
    return object(tokens.word(at), tokens, tokens.behindIfExists(at + 1), wanted);
  }

  private Evidence object(String kind, Tokens tokens, int at, boolean wanted) {
    if (!tokens.isName(at)) {
      return unknown();
    }
    ObjectName name = ObjectName.at(tokens, at);
    return switch (kind) {
      case "table", "view", "sequence", "index" -> catalog.relation(kind, name, wanted);
      case "type", "domain" -> type(kind, name, wanted);
      case "function", "procedure", "routine", "aggregate" -> routine(kind, name, wanted);
      case "schema" ->
          name.name().equals("authorization") && wanted
              ? unknown()
              : global(kind, "pg_namespace", "nspname", name, wanted);
      case "extension" -> global(kind, "pg_extension", "extname", name, wanted);
      case "database" -> global(kind, "pg_database", "datname", name, wanted);
      case "tablespace" -> global(kind, "pg_tablespace", "spcname", name, wanted);
      case "subscription" -> subscription(name, wanted);
      case "publication" -> global(kind, "pg_publication", "pubname", name, wanted);
      case "role", "user", "group" -> global(kind, "pg_roles", "rolname", name, wanted);
      case "trigger" -> onTable(kind, "pg_trigger", "tgname", "tgrelid", name, tokens, at, wanted);
      case "policy" -> onTable(kind, "pg_policy", "polname", "polrelid", name, tokens, at, wanted);
      case "rule" -> onTable(kind, "pg_rewrite", "rulename", "ev_class", name, tokens, at, wanted);
      default -> unknown();
    };
  }

  private Evidence type(String kind, ObjectName name, boolean wanted) {
    boolean there = catalog.holds("pg_catalog.to_regtype(" + name.literal() + ") IS NOT NULL");
    return !there && catalog.isElsewhere("pg_type", "typ", name)
        ? Evidence.cannotTell(name + " is in a schema that the search path does not lead to")
        : Catalog.presence(kind + " " + name, there, wanted);
  }

  /** Several routines may share a name, so only its absence proves something. */
  private Evidence routine(String kind, ObjectName name, boolean wanted) {
    String schema = name.schema() == null ? "true" : "n.nspname = " + Quoted.literal(name.schema());
    boolean there =
        catalog.holds(
            """
            EXISTS (SELECT 1 FROM pg_catalog.pg_proc p
                      JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
                     WHERE p.proname = %s AND %s AND n.nspname <> 'pg_catalog')\
            """
                .formatted(Quoted.literal(name.name()), schema));
    if (there && !wanted) {
      return Evidence.cannotTell(kind + " " + name + " is there, perhaps with other arguments");
    }
    return Catalog.presence(kind + " " + name, there, wanted);
  }

  private Evidence global(
      String kind, String table, String column, ObjectName name, boolean wanted) {
    boolean there =
        catalog.holds(
            "EXISTS (SELECT 1 FROM pg_catalog.%s o WHERE o.%s = %s)"
                .formatted(table, column, Quoted.literal(name.name())));
    return Catalog.presence(kind + " " + name, there, wanted);
  }

  private Evidence subscription(ObjectName name, boolean wanted) {
    // pg_subscription as a whole is closed to ordinary roles, these columns are not.
    boolean there =
        catalog.holds(
            """
            EXISTS (SELECT 1 FROM (SELECT s.subname, s.subdbid FROM pg_catalog.pg_subscription s) o
                     WHERE o.subname = %s
                       AND o.subdbid = (SELECT d.oid FROM pg_catalog.pg_database d
                                         WHERE d.datname = pg_catalog.current_database()))\
            """
                .formatted(Quoted.literal(name.name())));
    return Catalog.presence("subscription " + name, there, wanted);
  }

  private Evidence onTable(
      String kind,
      String table,
      String column,
      String relation,
      ObjectName name,
      Tokens tokens,
      int at,
      boolean wanted) {
    int on = kind.equals("rule") && wanted ? tokens.find(at, "to") : tokens.find(at, "on");
    if (on < 0 || !tokens.isName(on + 1)) {
      return unknown();
    }
    ObjectName target = ObjectName.at(tokens, on + 1);
    if (!catalog.hasRelation(target)) {
      return wanted || catalog.isElsewhere("pg_class", "rel", target)
          ? Evidence.cannotTell("table " + target + " is not there")
          : Evidence.done("table " + target + " is not there");
    }
    boolean there =
        catalog.holds(
            "EXISTS (SELECT 1 FROM pg_catalog.%s o WHERE o.%s = %s AND o.%s = pg_catalog.to_regclass(%s))"
                .formatted(table, column, Quoted.literal(name.name()), relation, target.literal()));
    return Catalog.presence(kind + " " + name + " on " + target, there, wanted);
  }

  private Evidence alter(Tokens tokens) {
    int at = tokens.isWord(1, "foreign") || tokens.isWord(1, "materialized") ? 2 : 1;
    return switch (tokens.word(at)) {
      case "table", "view", "sequence", "index" -> new TableProbe(catalog).alter(tokens, at);
      case "type" -> alterType(tokens);
      case "system" -> Evidence.notDone("ALTER SYSTEM can be run again");
      default -> unknown();
    };
  }

  private Evidence alterType(Tokens tokens) {
    ObjectName type = ObjectName.at(tokens, 2);
    int at = tokens.behindName(2);
    if (tokens.areWords(at, "add", "value")) {
      String label = tokens.string(tokens.behindIfExists(at + 2));
      return label == null
          ? unknown()
          : Catalog.presence("value of " + type, has(type, label), true);
    }
    if (tokens.areWords(at, "rename", "value")) {
      String from = tokens.string(at + 2);
      String to = tokens.string(at + 4);
      return from == null || to == null ? unknown() : renamed(has(type, from), has(type, to));
    }
    if (tokens.areWords(at, "rename", "to")) {
      ObjectName to = new ObjectName(type.schema(), tokens.plainName(at + 2));
      return renamed(
          catalog.holds("pg_catalog.to_regtype(" + type.literal() + ") IS NOT NULL"),
          catalog.holds("pg_catalog.to_regtype(" + to.literal() + ") IS NOT NULL"));
    }
    return unknown();
  }

  private boolean has(ObjectName type, String label) {
    return catalog.holds(
        """
        EXISTS (SELECT 1 FROM pg_catalog.pg_enum e
                 WHERE e.enumtypid = pg_catalog.to_regtype(%s) AND e.enumlabel = %s)\
        """
            .formatted(type.literal(), Quoted.literal(label)));
  }

  /** Evidence of a renaming. */
  static Evidence renamed(boolean oldIsThere, boolean newIsThere) {
    if (oldIsThere == newIsThere) {
      return Evidence.cannotTell(
          oldIsThere ? "both the old and the new name are there" : "neither name is there");
    }
    return newIsThere
        ? Evidence.done("only the new name is there")
        : Evidence.notDone("only the old name is there");
  }

  private Evidence comment(Tokens tokens) {
    int is = tokens.find(2, "is");
    String text = is < 0 ? null : tokens.string(is + 1);
    boolean column = tokens.isWord(2, "column");
    if (!tokens.isWord(1, "on")
        || text == null
        || !(column || Set.of("table", "view", "index", "sequence").contains(tokens.word(2)))) {
      return unknown();
    }
    String condition;
    if (column) {
      int last = tokens.behindName(3) - 1;
      ObjectName table = ObjectName.at(tokens.slice(3, last - 1), 0);
      condition =
          Catalog.column(
              table,
              tokens.plainName(last),
              "pg_catalog.col_description(a.attrelid, a.attnum) = " + Quoted.literal(text));
    } else {
      condition =
          "COALESCE(pg_catalog.obj_description(pg_catalog.to_regclass(%s), 'pg_class') = %s, false)"
              .formatted(ObjectName.at(tokens, 3).literal(), Quoted.literal(text));
    }
    return catalog.holds(condition)
        ? Evidence.done("the comment is there")
        : Evidence.notDone("the comment is another one");
  }

  /** A DO block that does nothing but guard definitions: they tell. */
  private Evidence block(Tokens tokens) {
    String source = null;
    for (int i = 1; i < tokens.size() && source == null; i++) {
      source = tokens.string(i);
    }
    if (source == null) {
      return unknown();
    }
    List<Tokens> definitions = GuardedBlock.definitions(Tokens.of(Dialect.POSTGRES, source));
    return definitions.isEmpty()
        ? Evidence.cannotTell("the block does more than to define something under a guard")
        : together(definitions.stream().map(this::probe).toList());
  }

  /** What several pieces of evidence say of one statement that has them all as its effects. */
  static Evidence together(List<Evidence> all) {
    if (all.isEmpty()) {
      return unknown();
    }
    Evidence first = all.get(0);
    if (all.size() == 1) {
      return first;
    }
    boolean agree = all.stream().allMatch(other -> other.verdict() == first.verdict());
    String because = String.join("; ", all.stream().map(Evidence::because).distinct().toList());
    return agree
        ? new Evidence(
            first.verdict(), because, all.stream().flatMap(e -> e.cleanUp().stream()).toList())
        : Evidence.cannotTell("its parts disagree: " + because);
  }
}
