package io.liftlock.sqlite.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.ConstraintDefinition.Kind;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.Generated;
import io.liftlock.core.syntax.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the columns and constraints of CREATE TABLE and ADD COLUMN. */
final class TableParts {

  private final Scan scan;

  TableParts(Scan scan) {
    this.scan = scan;
  }

  /** Whether a constraint of the table begins here, not a column. */
  boolean isConstraint() {
    return scan.isWord("constraint")
        || scan.isWord("primary")
        || scan.isWord("unique")
        || scan.isWord("check")
        || scan.isWord("foreign");
  }

  /** A column. */
  ColumnDefinition column() throws SyntaxProblem {
    int from = scan.at();
    String name = scan.name();
    Clauses clauses = new Clauses(name, Types.read(scan));
    while (!scan.atEnd() && !scan.isSign(",") && !scan.isSign(")")) {
      clauses.read();
    }
    return clauses.column(from);
  }

  /** What stands behind the type of a column. */
  private final class Clauses {
    private final String name;
    private final TypeName type;
    private final List<ConstraintDefinition> constraints = new ArrayList<>();
    private Optional<Expression> defaultValue = Optional.empty();
    private Optional<Generated> generated = Optional.empty();
    private Optional<String> collation = Optional.empty();
    private boolean notNull;
    private boolean autoincrement;

    Clauses(String name, TypeName type) {
      this.name = name;
      this.type = type;
    }

    ColumnDefinition column(int from) {
      return new ColumnDefinition(
          name,
          type,
          scan.offset(from),
          scan.text(from, scan.at()),
          defaultValue,
          notNull,
          generated,
          autoincrement,
          collation,
          constraints);
    }

    void read() throws SyntaxProblem {
      int from = scan.at();
      Optional<String> given = constraintName();
      boolean bare =
          given.isPresent()
              && (scan.atEnd()
                  || scan.isSign(",")
                  || scan.isSign(")")
                  || scan.isWord("constraint"));
      if (bare) {
        // SQLite lets a name stand without a constraint behind it.
        return;
      }
      if (scan.skip("default")) {
        defaultValue = Optional.of(Expressions.defaultValue(scan));
      } else if (scan.skip("not")) {
        scan.expect("null");
        onConflict();
        notNull = true;
        if (given.isPresent()) {
          constraints.add(key(Kind.NOT_NULL, given, from));
        }
      } else if (scan.skip("null")) {
        onConflict();
      } else if (scan.skip("primary")) {
        scan.expect("key");
        scan.skipAny("asc", "desc");
        onConflict();
        autoincrement |= scan.skip("autoincrement");
        constraints.add(key(Kind.PRIMARY_KEY, given, from));
      } else if (scan.skip("unique")) {
        onConflict();
        constraints.add(key(Kind.UNIQUE, given, from));
      } else if (scan.isWord("check")) {
        constraints.add(check(given, from, List.of(name)));
      } else if (scan.isWord("references")) {
        constraints.add(foreignKey(given, from, List.of(name)));
      } else if (scan.isWord("deferrable") || scan.areWords("not", "deferrable")) {
        deferrable();
      } else if (scan.skip("collate")) {
        collation = Optional.of(scan.name().toLowerCase(Locale.ROOT));
      } else if (scan.skip("generated")) {
        scan.expect("always", "as");
        generated();
      } else if (scan.skip("as")) {
        generated();
      } else {
        throw scan.expected("a clause of the column " + name);
      }
    }

    private ConstraintDefinition key(Kind kind, Optional<String> given, int from) {
      return definition(kind, given, from, List.of(name), Optional.empty());
    }

    private void generated() throws SyntaxProblem {
      scan.expectSign("(");
      Expression expression = Expressions.alone(scan);
      scan.expectSign(")");
      boolean stored = scan.skip("stored");
      if (!stored && scan.isName()) {
        scan.next();
      }
      generated = Optional.of(new Generated(expression, stored));
    }
  }

  private Optional<String> constraintName() throws SyntaxProblem {
    return scan.skip("constraint") ? Optional.of(scan.name()) : Optional.empty();
  }

  private void onConflict() throws SyntaxProblem {
    if (scan.skip("on")) {
      scan.expect("conflict");
      if (!scan.skipAny("rollback", "abort", "fail", "ignore", "replace")) {
        throw scan.expected("ROLLBACK, ABORT, FAIL, IGNORE or REPLACE");
      }
    }
  }

  /** A constraint of the table as a whole. */
  ConstraintDefinition constraint() throws SyntaxProblem {
    int from = scan.at();
    Optional<String> given = constraintName();
    if (scan.skip("primary")) {
      scan.expect("key");
      return key(Kind.PRIMARY_KEY, given, from);
    }
    if (scan.skip("unique")) {
      return key(Kind.UNIQUE, given, from);
    }
    if (scan.isWord("check")) {
      ConstraintDefinition check = check(given, from, List.of());
      onConflict();
      return check;
    }
    scan.expect("foreign", "key");
    return foreignKey(given, from, scan.names());
  }

  private ConstraintDefinition key(Kind kind, Optional<String> given, int from)
      throws SyntaxProblem {
    List<String> columns = new ArrayList<>();
    scan.expectSign("(");
    do {
      columns.add(scan.name());
      if (scan.skip("collate")) {
        scan.name();
      }
      scan.skipAny("asc", "desc");
      scan.skip("autoincrement");
    } while (scan.skipSign(","));
    scan.expectSign(")");
    onConflict();
    return definition(kind, given, from, columns, Optional.empty());
  }

  private ConstraintDefinition check(Optional<String> given, int from, List<String> columns)
      throws SyntaxProblem {
    scan.expect("check");
    scan.expectSign("(");
    Expression check = Expressions.alone(scan);
    scan.expectSign(")");
    if (!columns.isEmpty()) {
      onConflict();
    }
    return definition(Kind.CHECK, given, from, columns, Optional.of(check));
  }

  private ConstraintDefinition definition(
      Kind kind,
      Optional<String> given,
      int from,
      List<String> columns,
      Optional<Expression> check) {
    return new ConstraintDefinition(
        kind,
        given,
        scan.offset(from),
        scan.text(from, scan.at()),
        columns,
        check,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        true,
        false);
  }

  private ConstraintDefinition foreignKey(Optional<String> given, int from, List<String> columns)
      throws SyntaxProblem {
    scan.expect("references");
    String table = scan.name();
    List<String> referenced = scan.isSign("(") ? scan.names() : List.of();
    Optional<String> onDelete = Optional.empty();
    while (scan.isWord("on") || scan.isWord("match")) {
      if (scan.skip("match")) {
        scan.name();
        continue;
      }
      scan.expect("on");
      boolean delete = scan.skip("delete");
      if (!delete && !scan.skipAny("update", "insert")) {
        throw scan.expected("DELETE or UPDATE");
      }
      String action = action();
      onDelete = delete ? Optional.of(action) : onDelete;
    }
    boolean deferrable = deferrable();
    return new ConstraintDefinition(
        Kind.FOREIGN_KEY,
        given,
        scan.offset(from),
        scan.text(from, scan.at()),
        columns,
        Optional.empty(),
        Optional.of(RelationName.of(table)),
        referenced,
        onDelete,
        Optional.empty(),
        false,
        true,
        deferrable);
  }

  private boolean deferrable() throws SyntaxProblem {
    boolean not = scan.areWords("not", "deferrable") && scan.skip("not");
    if (!scan.skip("deferrable")) {
      return false;
    }
    if (scan.skip("initially") && !scan.skipAny("deferred", "immediate")) {
      throw scan.expected("DEFERRED or IMMEDIATE");
    }
    return !not;
  }

  private String action() throws SyntaxProblem {
    for (String action : List.of("set null", "set default", "cascade", "restrict", "no action")) {
      if (scan.skip(action.split(" "))) {
        return action;
      }
    }
    throw scan.expected("SET NULL, SET DEFAULT, CASCADE, RESTRICT or NO ACTION");
  }
}
