package io.liftlock.sqlite.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Query;
import java.util.Optional;
import java.util.Set;

/** Reads queries after the grammar of {@code parse.y}. */
final class Selects {

  private static final Set<String> BEGINNINGS = Set.of("select", "values", "with");

  private final Scan scan;
  private final Gathered gathered;
  private final Names outer;

  Selects(Scan scan, Gathered gathered, Names outer) {
    this.scan = scan;
    this.gathered = gathered;
    this.outer = outer;
  }

  /** Whether a query begins here. */
  static boolean begins(Scan scan) {
    return BEGINNINGS.contains(scan.word());
  }

  /** One that stands alone. */
  static Query alone(Scan scan) throws SyntaxProblem {
    Gathered gathered = new Gathered();
    new Selects(scan, gathered, new Names(null)).read();
    return gathered.query();
  }

  /** A query inside an expression: its star and limit are its own. */
  void inside() throws SyntaxProblem {
    boolean star = gathered.star;
    boolean limited = gathered.limited;
    read();
    gathered.star = star;
    gathered.limited = limited;
  }

  /** A query with its own WITH, ORDER BY and LIMIT. */
  void read() throws SyntaxProblem {
    Names names = new Names(outer);
    with(names);
    body(names);
  }

  /** The WITH here, whose names hold from there on; nothing where none stands here. */
  void with(Names names) throws SyntaxProblem {
    if (!scan.skip("with")) {
      return;
    }
    boolean recursive = scan.isWord("recursive") && !scan.isSignBehind("(");
    if (recursive) {
      scan.next();
    }
    do {
      // Without RECURSIVE, too, SQLite lets a query see itself.
      String name = scan.name();
      names.query(name);
      if (scan.isSign("(")) {
        scan.names();
      }
      scan.expect("as");
      if (scan.skip("not")) {
        scan.expect("materialized");
      } else {
        scan.skip("materialized");
      }
      scan.expectSign("(");
      boolean limited = gathered.limited;
      new Selects(scan, gathered, names).read();
      gathered.limited = limited;
      scan.expectSign(")");
    } while (scan.skipSign(","));
  }

  /** A query whose WITH was read already. */
  void body(Names names) throws SyntaxProblem {
    core(names);
    while (scan.skipAny("union", "except", "intersect")) {
      scan.skip("all");
      core(new Names(names));
    }
  }

  private void core(Names names) throws SyntaxProblem {
    if (scan.skip("values")) {
      do {
        scan.expectSign("(");
        new Expressions(scan, gathered, names).list();
        scan.expectSign(")");
      } while (scan.skipSign(","));
      return;
    }
    scan.expect("select");
    scan.skipAny("distinct", "all");
    do {
      column(names);
    } while (scan.skipSign(","));
    if (scan.skip("from")) {
      from(names);
    }
    condition("where", names);
    Expressions expressions = new Expressions(scan, gathered, names);
    if (scan.skip("group")) {
      scan.expect("by");
      expressions.list();
    }
    if (scan.skip("having")) {
      expressions.walk();
    }
    if (scan.skip("window")) {
      do {
        scan.name();
        scan.expect("as");
        expressions.window();
      } while (scan.skipSign(","));
    }
    order(expressions, names);
  }

  private void order(Expressions expressions, Names names) throws SyntaxProblem {
    if (scan.skip("order")) {
      scan.expect("by");
      int columns = gathered.columns.size();
      expressions.sort();
      filter(columns, names);
    }
    if (scan.skip("limit")) {
      gathered.limited = true;
      expressions.walk();
      if (scan.skip("offset") || scan.skipSign(",")) {
        expressions.walk();
      }
    }
  }

  /** A WHERE or ON, where one stands here. */
  Optional<Expression> condition(String word, Names names) throws SyntaxProblem {
    if (!scan.skip(word)) {
      return Optional.empty();
    }
    int columns = gathered.columns.size();
    Optional<Expression> condition = Optional.of(new Expressions(scan, gathered, names).read());
    filter(columns, names);
    return condition;
  }

  private void filter(int from, Names names) {
    gathered
        .columns
        .subList(from, gathered.columns.size())
        .forEach(column -> gathered.filters.add(names.column(column)));
  }

  private void column(Names names) throws SyntaxProblem {
    boolean ofTable =
        scan.isName() && scan.isSignBehind(".") && scan.tokens().isSign(scan.at() + 2, "*");
    if (scan.isSign("*") || ofTable) {
      gathered.star = true;
      scan.back(scan.at() + (ofTable ? 3 : 1));
      return;
    }
    new Expressions(scan, gathered, names).walk();
    alias();
  }

  private Optional<String> alias() throws SyntaxProblem {
    if (scan.skip("as")) {
      return Optional.of(scan.name());
    }
    boolean window = scan.isWord("window") && scan.tokens().isWord(scan.at() + 2, "as");
    return scan.isAlias() && !window ? Optional.of(scan.name()) : Optional.empty();
  }

  /** What stands behind FROM. */
  void from(Names names) throws SyntaxProblem {
    source(names);
    while (join()) {
      source(names);
      condition("on", names);
      if (scan.skip("using")) {
        scan.names();
      }
    }
  }

  private boolean join() throws SyntaxProblem {
    if (scan.skipSign(",") || scan.skip("join")) {
      return true;
    }
    boolean kind = false;
    while (scan.skipAny("natural", "left", "right", "full", "outer", "inner", "cross")) {
      kind = true;
    }
    if (kind) {
      scan.expect("join");
    }
    return kind;
  }

  private void source(Names names) throws SyntaxProblem {
    if (scan.skipSign("(")) {
      if (Selects.begins(scan)) {
        boolean limited = gathered.limited;
        new Selects(scan, gathered, names).read();
        gathered.limited = limited;
      } else {
        from(names);
      }
      scan.expectSign(")");
      names.source(alias().orElse(""), Optional.empty());
      return;
    }
    RelationName table = scan.qualified();
    if (scan.skipSign("(")) {
      if (!scan.isSign(")")) {
        new Expressions(scan, gathered, names).list();
      }
      scan.expectSign(")");
      names.source(alias().orElse(table.name()), Optional.empty());
      return;
    }
    boolean relation = !names.isQuery(table);
    if (relation) {
      gathered.reads.add(table);
    }
    names.source(alias().orElse(table.name()), relation ? Optional.of(table) : Optional.empty());
    indexed(scan);
  }

  /** INDEXED BY and NOT INDEXED, where they stand here. */
  static void indexed(Scan scan) throws SyntaxProblem {
    if (scan.skip("indexed", "by")) {
      scan.name();
    } else {
      scan.skip("not", "indexed");
    }
  }

  /** What RETURNING gives back, where it stands here. */
  void returning(Names names) throws SyntaxProblem {
    if (scan.skip("returning")) {
      do {
        column(names);
      } while (scan.skipSign(","));
    }
  }
}
