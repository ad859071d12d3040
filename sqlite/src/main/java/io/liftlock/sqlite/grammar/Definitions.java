package io.liftlock.sqlite.grammar;

import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.ColumnDefinition;
import io.liftlock.core.syntax.Command;
import io.liftlock.core.syntax.ConstraintDefinition;
import io.liftlock.core.syntax.CreateIndex;
import io.liftlock.core.syntax.CreateTable;
import io.liftlock.core.syntax.CreateView;
import io.liftlock.core.syntax.Drop;
import io.liftlock.core.syntax.Expression;
import io.liftlock.core.syntax.IndexPart;
import io.liftlock.core.syntax.ObjectType;
import io.liftlock.core.syntax.OtherCommand;
import io.liftlock.core.syntax.Persistence;
import io.liftlock.core.syntax.Query;
import io.liftlock.core.syntax.RelationKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the commands that make, change and drop objects. */
final class Definitions {

  private final Scan scan;

  Definitions(Scan scan) {
    this.scan = scan;
  }

  /** CREATE. */
  Command create() throws SyntaxProblem {
    scan.expect("create");
    boolean temporary = scan.skipAny("temp", "temporary");
    if (scan.skip("table")) {
      return table(temporary);
    }
    if (scan.skip("view")) {
      return view(temporary);
    }
    if (scan.skip("trigger")) {
      return new Triggers(scan).read();
    }
    if (temporary) {
      throw scan.expected("TABLE, VIEW or TRIGGER");
    }
    if (scan.skip("virtual")) {
      return virtualTable();
    }
    boolean unique = scan.skip("unique");
    scan.expect("index");
    return index(unique);
  }

  private boolean ifNotExists() throws SyntaxProblem {
    if (scan.isWord("if") && scan.tokens().isWord(scan.at() + 1, "not")) {
      scan.expect("if", "not", "exists");
      return true;
    }
    return false;
  }

  private Command table(boolean temporary) throws SyntaxProblem {
    boolean ifNotExists = ifNotExists();
    RelationName name = scan.qualified();
    List<ColumnDefinition> columns = new ArrayList<>();
    List<ConstraintDefinition> constraints = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    Optional<Query> query = Optional.empty();
    if (scan.skip("as")) {
      query = Optional.of(query());
    } else {
      parts(columns, constraints);
      options(options);
    }
    return new CreateTable(
        name,
        ifNotExists,
        temporary ? Persistence.TEMPORARY : Persistence.PERMANENT,
        columns,
        constraints,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        query,
        options,
        false);
  }

  private Query query() throws SyntaxProblem {
    if (!Selects.begins(scan)) {
      throw scan.expected("a query");
    }
    return Selects.alone(scan);
  }

  private void parts(List<ColumnDefinition> columns, List<ConstraintDefinition> constraints)
      throws SyntaxProblem {
    TableParts parts = new TableParts(scan);
    scan.expectSign("(");
    do {
      if (parts.isConstraint() && !columns.isEmpty()) {
        constraints(parts, constraints);
        break;
      }
      columns.add(parts.column());
    } while (scan.skipSign(","));
    scan.expectSign(")");
  }

  /** SQLite does not insist on the commas between them. */
  private void constraints(TableParts parts, List<ConstraintDefinition> constraints)
      throws SyntaxProblem {
    boolean comma;
    do {
      constraints.add(parts.constraint());
      comma = scan.skipSign(",");
    } while (comma || parts.isConstraint());
  }

  private void options(Map<String, String> options) throws SyntaxProblem {
    if (scan.atEnd()) {
      return;
    }
    do {
      if (scan.skip("without")) {
        scan.expect("rowid");
        options.put("without rowid", "");
      } else {
        scan.expect("strict");
        options.put("strict", "");
      }
    } while (scan.skipSign(","));
  }

  private Command view(boolean temporary) throws SyntaxProblem {
    ifNotExists();
    RelationName name = scan.qualified();
    List<String> columns = scan.isSign("(") ? scan.names() : List.of();
    scan.expect("as");
    return new CreateView(name, false, false, true, temporary, columns, Map.of(), query());
  }

  /** What stands in the parentheses is the module's. */
  private Command virtualTable() throws SyntaxProblem {
    scan.expect("table");
    ifNotExists();
    RelationName name = scan.qualified();
    scan.expect("using");
    scan.name();
    if (scan.isSign("(")) {
      scan.back(scan.tokens().behindParens(scan.at()));
      if (!scan.tokens().isSign(scan.at() - 1, ")")) {
        throw scan.expected(")");
      }
    }
    return new OtherCommand("create virtual table", List.of(name));
  }

  private Command index(boolean unique) throws SyntaxProblem {
    boolean ifNotExists = ifNotExists();
    RelationName name = scan.qualified();
    scan.expect("on");
    String table = scan.name();
    List<IndexPart> parts = new ArrayList<>();
    scan.expectSign("(");
    do {
      parts.add(part());
    } while (scan.skipSign(","));
    scan.expectSign(")");
    Optional<Expression> where =
        scan.skip("where") ? Optional.of(Expressions.alone(scan)) : Optional.empty();
    return new CreateIndex(
        Optional.of(name.name()),
        new RelationName(name.schema(), table),
        ifNotExists,
        false,
        unique,
        false,
        "btree",
        parts,
        List.of(),
        where);
  }

  private IndexPart part() throws SyntaxProblem {
    int from = scan.at();
    boolean plain = scan.isName() || scan.isString();
    Expression expression = Expressions.alone(scan);
    int behind = plain ? from + 1 : from;
    boolean collated = scan.tokens().isWord(behind, "collate");
    boolean column = plain && (scan.at() == behind || (collated && scan.at() == behind + 2));
    String first =
        scan.tokens().isQuotedName(from)
            ? scan.tokens().plainName(from)
            : scan.tokens().written(from);
    Optional<String> collation =
        column && collated
            ? Optional.of(scan.tokens().written(behind + 1).toLowerCase(Locale.ROOT))
            : Optional.empty();
    scan.skipAny("asc", "desc");
    if (scan.skip("nulls") && !scan.skipAny("first", "last")) {
      throw scan.expected("FIRST or LAST");
    }
    return new IndexPart(
        column ? Optional.of(first) : Optional.empty(),
        column ? Optional.empty() : Optional.of(expression),
        collation,
        Optional.empty());
  }

  /** DROP. */
  Command drop() throws SyntaxProblem {
    scan.expect("drop");
    ObjectType type =
        switch (scan.word()) {
          case "table" -> ObjectType.TABLE;
          case "view" -> ObjectType.VIEW;
          case "index" -> ObjectType.INDEX;
          case "trigger" -> ObjectType.TRIGGER;
          default -> throw scan.expected("TABLE, VIEW, INDEX or TRIGGER");
        };
    scan.next();
    boolean ifExists = scan.skip("if", "exists");
    return new Drop(type, List.of(scan.qualified()), Optional.empty(), false, ifExists, false);
  }

  /** ALTER TABLE. */
  Command alter() throws SyntaxProblem {
    scan.expect("alter", "table");
    RelationName table = scan.qualified();
    Alteration action =
        switch (scan.word()) {
          case "rename" -> rename();
          case "add" -> add();
          case "drop" -> dropPart();
          case "alter" -> alterColumn();
          default -> throw scan.expected("RENAME, ADD, DROP or ALTER");
        };
    return new AlterTable(RelationKind.TABLE, table, false, false, List.of(action));
  }

  private Alteration rename() throws SyntaxProblem {
    int at = scan.offset();
    scan.expect("rename");
    if (scan.skip("to")) {
      return new Alteration.RenameTo(at, scan.name());
    }
    scan.skip("column");
    String column = scan.name();
    scan.expect("to");
    return new Alteration.RenameColumn(at, column, scan.name());
  }

  private Alteration add() throws SyntaxProblem {
    int at = scan.offset();
    scan.expect("add");
    TableParts parts = new TableParts(scan);
    if (scan.isWord("constraint") || scan.isWord("check")) {
      return new Alteration.AddConstraint(at, parts.constraint());
    }
    scan.skip("column");
    return new Alteration.AddColumn(at, parts.column(), false);
  }

  private Alteration dropPart() throws SyntaxProblem {
    int at = scan.offset();
    scan.expect("drop");
    if (scan.skip("constraint")) {
      return new Alteration.DropConstraint(at, scan.name(), false, false);
    }
    scan.skip("column");
    return new Alteration.DropColumn(at, scan.name(), false, false);
  }

  /** Since SQLite 3.53. */
  private Alteration alterColumn() throws SyntaxProblem {
    int at = scan.offset();
    scan.expect("alter");
    scan.skip("column");
    String column = scan.name();
    if (scan.skip("drop")) {
      scan.expect("not", "null");
      return new Alteration.DropNotNull(at, column);
    }
    scan.expect("set", "not", "null");
    if (scan.skip("on")) {
      scan.expect("conflict");
      scan.name();
    }
    return new Alteration.SetNotNull(at, column);
  }
}
