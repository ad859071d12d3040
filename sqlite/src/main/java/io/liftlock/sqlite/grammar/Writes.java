package io.liftlock.sqlite.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.ConflictTarget;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads INSERT, REPLACE, UPDATE and DELETE. */
final class Writes {

  private final Scan scan;
  private final Gathered gathered = new Gathered();
  private final Names names = new Names(null);
  private final Selects selects;

  Writes(Scan scan) {
    this.scan = scan;
    this.selects = new Selects(scan, gathered, names);
  }

  /** Reads a write, or a query behind a WITH. */
  static Command withOrWrite(Scan scan) throws SyntaxProblem {
    Writes writes = new Writes(scan);
    writes.selects.with(writes.names);
    return switch (scan.word()) {
      case "select", "values" -> {
        writes.selects.body(writes.names);
        yield writes.gathered.query();
      }
      case "insert", "replace" -> writes.insert();
      case "update" -> writes.update();
      case "delete" -> writes.delete();
      default -> throw scan.expected("SELECT, INSERT, UPDATE or DELETE");
    };
  }

  private Write insert() throws SyntaxProblem {
    boolean replaces = scan.skip("replace");
    if (!replaces) {
      scan.expect("insert");
      replaces = scan.areWords("or", "replace");
      orAction();
    }
    scan.expect("into");
    RelationName table = scan.qualified();
    if (scan.skip("as")) {
      scan.name();
    }
    List<String> columns = scan.isSign("(") ? scan.names() : List.of();
    boolean fed = false;
    Optional<ConflictTarget> conflict = Optional.empty();
    if (scan.skip("default")) {
      scan.expect("values");
    } else {
      boolean values = scan.isWord("values");
      selects.read();
      fed = !values || gathered.isActive();
      while (scan.skip("on")) {
        conflict = Optional.of(conflict());
      }
    }
    selects.returning(names);
    return new Write(
        replaces ? Write.Kind.REPLACE : Write.Kind.INSERT,
        table,
        Optional.empty(),
        Map.of(),
        columns,
        fed ? Optional.of(gathered.query()) : Optional.empty(),
        conflict,
        List.of());
  }

  private void orAction() throws SyntaxProblem {
    if (scan.skip("or") && !scan.skipAny("rollback", "abort", "fail", "ignore", "replace")) {
      throw scan.expected("ROLLBACK, ABORT, FAIL, IGNORE or REPLACE");
    }
  }

  private ConflictTarget conflict() throws SyntaxProblem {
    scan.expect("conflict");
    List<String> columns = new ArrayList<>();
    if (scan.skipSign("(")) {
      do {
        Expression part = Expressions.alone(scan);
        part.columns().stream()
            .filter(column -> part.calls().isEmpty() && part.columns().size() == 1)
            .forEach(columns::add);
        scan.skipAny("asc", "desc");
      } while (scan.skipSign(","));
      scan.expectSign(")");
      selects.condition("where", names);
    }
    scan.expect("do");
    if (!scan.skip("nothing")) {
      scan.expect("update", "set");
      assignments();
      selects.condition("where", names);
    }
    return new ConflictTarget(columns, Optional.empty());
  }

  private Write update() throws SyntaxProblem {
    scan.expect("update");
    orAction();
    RelationName table = target();
    scan.expect("set");
    Map<String, Expression> assignments = assignments();
    boolean from = scan.skip("from");
    if (from) {
      selects.from(names);
    }
    return end(Write.Kind.UPDATE, table, assignments, from);
  }

  private Write delete() throws SyntaxProblem {
    scan.expect("delete", "from");
    return end(Write.Kind.DELETE, target(), Map.of(), false);
  }

  private RelationName target() throws SyntaxProblem {
    RelationName table = scan.qualified();
    String alias = scan.skip("as") ? scan.name() : table.name();
    Selects.indexed(scan);
    names.source(alias, Optional.of(table));
    return table;
  }

  private Write end(
      Write.Kind kind, RelationName table, Map<String, Expression> assignments, boolean from)
      throws SyntaxProblem {
    Optional<Expression> where = selects.condition("where", names);
    selects.returning(names);
    Expressions expressions = new Expressions(scan, gathered, names);
    if (scan.skip("order")) {
      scan.expect("by");
      expressions.sort();
    }
    if (scan.skip("limit")) {
      expressions.walk();
      if (scan.skip("offset") || scan.skipSign(",")) {
        expressions.walk();
      }
    }
    boolean fed = from || !gathered.reads.isEmpty();
    return new Write(
        kind,
        table,
        where,
        assignments,
        List.of(),
        fed ? Optional.of(gathered.query()) : Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private Map<String, Expression> assignments() throws SyntaxProblem {
    Map<String, Expression> assignments = new LinkedHashMap<>();
    do {
      List<String> columns = scan.isSign("(") ? scan.names() : List.of(scan.name());
      scan.expectSign("=");
      Expression value = new Expressions(scan, gathered, names).read();
      columns.forEach(column -> assignments.put(column, value));
    } while (scan.skipSign(","));
    return assignments;
  }
}
