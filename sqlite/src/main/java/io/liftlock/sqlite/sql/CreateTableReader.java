package io.liftlock.sqlite.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CREATE TABLE as the catalog keeps it, after the grammar of {@code parse.y}. The catalog
 * has it checked already, so this accepts more than SQLite does, but never takes one thing for
 * another: whatever it does not know is {@link NotUnderstood}.
 */
public final class CreateTableReader {

  private static final Set<String> BEHIND_TYPE =
      Set.of(
          "constraint",
          "default",
          "not",
          "null",
          "primary",
          "unique",
          "check",
          "references",
          "collate",
          "as",
          "deferrable");

  private final Cursor cursor;
  private final NormalForm form;
  private final UnaryOperator<String> tables;

  /** The columns, by their folded names. */
  private final Map<String, String> names = new LinkedHashMap<>();

  private final List<CreateTable.Column> columns = new ArrayList<>();
  private final List<CreateTable.Constraint> constraints = new ArrayList<>();
  private boolean autoincrement;

  private CreateTableReader(String sql, List<String> columnNames, UnaryOperator<String> tables) {
    this.tables = tables;
    columnNames.forEach(name -> names.put(Folded.name(name), name));
    this.cursor = new Cursor(sql);
    this.form = new NormalForm(cursor.tokens(), names.keySet());
  }

  /**
   * Reads it.
   *
   * @param sql the text that the catalog keeps
   * @param columnNames the columns that the table has
   * @param tables gives a table that is referred to the name that it has in the catalog
   */
  public static CreateTable read(String sql, List<String> columnNames, UnaryOperator<String> tables)
      throws NotUnderstood {
    return new CreateTableReader(sql, columnNames, tables).read();
  }

  private CreateTable read() throws NotUnderstood {
    cursor.expect("create");
    if (!cursor.skip("temp")) {
      cursor.skip("temporary");
    }
    cursor.expect("table");
    cursor.skip("if", "not", "exists");
    String name = cursor.qualifiedName();
    cursor.expectSign("(");
    do {
      if (isConstraint()) {
        tableConstraints();
        break;
      }
      column();
    } while (cursor.skipSign(","));
    cursor.expectSign(")");
    boolean strict = false;
    boolean withoutRowid = false;
    while (!cursor.atEnd()) {
      if (cursor.skip("without", "rowid")) {
        withoutRowid = true;
      } else {
        cursor.expect("strict");
        strict = true;
      }
      cursor.skipSign(",");
    }
    return new CreateTable(name, columns, constraints, strict, withoutRowid, autoincrement);
  }

  private boolean isConstraint() {
    return cursor.isWord("constraint")
        || cursor.areWords("primary", "key")
        || cursor.isWord("unique")
        || cursor.isWord("check")
        || cursor.areWords("foreign", "key");
  }

  private void column() throws NotUnderstood {
    ColumnClauses clauses = new ColumnClauses(known(cursor.name()), type());
    String constraintName = null;
    while (!cursor.isSign(",") && !cursor.isSign(")")) {
      if (cursor.skip("constraint")) {
        constraintName = cursor.name();
        continue;
      }
      // A name counts for what stands directly behind it.
      clauses.read(constraintName);
      constraintName = null;
    }
    columns.add(clauses.column());
  }

  private String type() throws NotUnderstood {
    int from = cursor.at();
    while (!cursor.isSign(",") && !cursor.isSign(")") && !isBehindType()) {
      if (cursor.isSign("(")) {
        cursor.behindParens();
        break;
      }
      cursor.name();
    }
    String type = form.text(from, cursor.at());
    return type.indexOf('"') >= 0 || type.indexOf('\'') >= 0 ? type : type.toUpperCase(Locale.ROOT);
  }

  private boolean isBehindType() {
    return BEHIND_TYPE.contains(cursor.tokens().word(cursor.at()))
        || cursor.areWords("generated", "always");
  }

  /** What stands behind the type of a column. */
  private final class ColumnClauses {
    private final String name;
    private final String type;
    private @Nullable String collation;
    private @Nullable String notNull;
    private @Nullable String defaultValue;
    private @Nullable String generated;
    private boolean stored;

    ColumnClauses(String name, String type) {
      this.name = name;
      this.type = type;
    }

    CreateTable.Column column() {
      return new CreateTable.Column(
          name, type, collation, notNull, defaultValue, generated, stored);
    }

    void read(@Nullable String constraintName) throws NotUnderstood {
      if (cursor.skip("default")) {
        defaultValue = defaultValue();
      } else if (cursor.skip("not", "null")) {
        notNull = named(constraintName) + "NOT NULL" + onConflict();
      } else if (cursor.skip("null")) {
        onConflict();
      } else if (cursor.skip("primary", "key")) {
        primaryKey(constraintName);
      } else if (cursor.skip("unique")) {
        key(constraintName, CreateTable.Kind.UNIQUE, "UNIQUE (" + Quoted.name(name) + ")");
      } else if (cursor.isWord("check")) {
        constraints.add(check(constraintName));
      } else if (cursor.isWord("references")) {
        constraints.add(foreignKey(constraintName, List.of(name)));
      } else if (cursor.skip("collate")) {
        collation = collation(cursor.name());
      } else if (cursor.skip("generated", "always", "as") || cursor.skip("as")) {
        int from = cursor.at() + 1;
        generated = form.text(from, cursor.behindParens());
        stored = cursor.skip("stored");
        if (!stored) {
          cursor.skip("virtual");
        }
      } else {
        throw cursor.unexpected("a clause of a column");
      }
    }

    private void primaryKey(@Nullable String constraintName) throws NotUnderstood {
      boolean descending = cursor.skip("desc");
      if (!descending) {
        cursor.skip("asc");
      }
      String conflict = onConflict();
      autoincrement |= cursor.skip("autoincrement");
      // INTEGER PRIMARY KEY DESC behind the column is not the rowid, unlike everywhere else.
      String definition =
          descending && type.equals("INTEGER")
              ? "PRIMARY KEY DESC"
              : "PRIMARY KEY (" + Quoted.name(name) + (descending ? " DESC" : "") + ")";
      constraints.add(
          new CreateTable.Constraint(
              constraintName,
              CreateTable.Kind.PRIMARY_KEY,
              List.of(name),
              definition + conflict,
              null));
    }

    private void key(@Nullable String constraintName, CreateTable.Kind kind, String definition)
        throws NotUnderstood {
      constraints.add(
          new CreateTable.Constraint(
              constraintName, kind, List.of(name), definition + onConflict(), null));
    }
  }

  private static String named(@Nullable String constraintName) {
    return constraintName == null ? "" : "CONSTRAINT " + Quoted.name(constraintName) + " ";
  }

  /** A literal, one with a sign, or an expression in parentheses. */
  private String defaultValue() throws NotUnderstood {
    int from = cursor.at();
    if (cursor.isSign("(")) {
      int close = cursor.behindParens();
      boolean literal =
          close == from + 2
              && (cursor.tokens().isNumber(from + 1) || cursor.tokens().isString(from + 1));
      return literal ? form.text(from + 1, close) : form.text(from, cursor.at());
    }
    if (cursor.isSign("-") || cursor.isSign("+")) {
      cursor.next();
    }
    cursor.next();
    return form.text(from, cursor.at());
  }

  private static @Nullable String collation(String name) {
    String collation = NormalForm.collation(name);
    return collation.equals("BINARY") ? null : collation;
  }

  private String onConflict() throws NotUnderstood {
    if (!cursor.skip("on", "conflict")) {
      return "";
    }
    String action = cursor.name().toUpperCase(Locale.ROOT);
    return action.equals("ABORT") ? "" : " ON CONFLICT " + action;
  }

  /** Constraints; SQLite does not insist on the commas between them. */
  private void tableConstraints() throws NotUnderstood {
    while (!cursor.isSign(")")) {
      String name = cursor.skip("constraint") ? cursor.name() : null;
      if (cursor.skip("primary", "key")) {
        constraints.add(key(name, CreateTable.Kind.PRIMARY_KEY, "PRIMARY KEY "));
      } else if (cursor.skip("unique")) {
        constraints.add(key(name, CreateTable.Kind.UNIQUE, "UNIQUE "));
      } else if (cursor.isWord("check")) {
        constraints.add(check(name));
        onConflict();
      } else if (cursor.skip("foreign", "key")) {
        constraints.add(foreignKey(name, known(cursor.names())));
      } else {
        throw cursor.unexpected("a constraint");
      }
      cursor.skipSign(",");
    }
  }

  private CreateTable.Constraint key(@Nullable String name, CreateTable.Kind kind, String what)
      throws NotUnderstood {
    List<String> keyColumns = new ArrayList<>();
    List<String> terms = new ArrayList<>();
    cursor.expectSign("(");
    do {
      String column = known(cursor.name());
      keyColumns.add(column);
      String collation =
          cursor.skip("collate") ? " COLLATE " + NormalForm.collation(cursor.name()) : "";
      boolean descending = cursor.skip("desc");
      if (!descending) {
        cursor.skip("asc");
      }
      terms.add(Quoted.name(column) + collation + (descending ? " DESC" : ""));
      autoincrement |= cursor.skip("autoincrement");
    } while (cursor.skipSign(","));
    cursor.expectSign(")");
    return new CreateTable.Constraint(
        name, kind, keyColumns, what + "(" + String.join(", ", terms) + ")" + onConflict(), null);
  }

  private CreateTable.Constraint check(@Nullable String name) throws NotUnderstood {
    cursor.expect("check");
    int from = cursor.at() + 1;
    int close = cursor.behindParens();
    return new CreateTable.Constraint(
        name,
        CreateTable.Kind.CHECK,
        Mentions.names(cursor.tokens(), from, close, names),
        "CHECK (" + form.text(from, close) + ")",
        null);
  }

  private CreateTable.Constraint foreignKey(@Nullable String name, List<String> ofColumns)
      throws NotUnderstood {
    cursor.expect("references");
    String table = tables.apply(cursor.name());
    List<String> toColumns = cursor.isSign("(") ? cursor.names() : List.of();
    String onDelete = "NO ACTION";
    String onUpdate = "NO ACTION";
    String match = "";
    boolean deferrable = false;
    boolean deferred = false;
    for (; ; ) {
      if (cursor.skip("on", "delete")) {
        onDelete = action();
      } else if (cursor.skip("on", "update")) {
        onUpdate = action();
      } else if (cursor.skip("on", "insert")) {
        action();
      } else if (cursor.skip("match")) {
        match = cursor.name().toUpperCase(Locale.ROOT);
      } else if (cursor.areWords("not", "deferrable") || cursor.isWord("deferrable")) {
        deferrable = !cursor.skip("not");
        cursor.expect("deferrable");
        deferred = cursor.skip("initially", "deferred") && deferrable;
        cursor.skip("initially", "immediate");
      } else {
        break;
      }
    }
    CreateTable.Reference reference =
        new CreateTable.Reference(
            table, toColumns, onDelete, onUpdate, match, deferrable, deferred);
    return new CreateTable.Constraint(
        name,
        CreateTable.Kind.FOREIGN_KEY,
        ofColumns,
        "FOREIGN KEY (" + Quoted.names(ofColumns) + ") " + text(reference),
        reference);
  }

  private String action() throws NotUnderstood {
    if (cursor.skip("set", "null")) {
      return "SET NULL";
    }
    if (cursor.skip("set", "default")) {
      return "SET DEFAULT";
    }
    if (cursor.skip("no", "action")) {
      return "NO ACTION";
    }
    if (cursor.skip("restrict")) {
      return "RESTRICT";
    }
    cursor.expect("cascade");
    return "CASCADE";
  }

  private static String text(CreateTable.Reference reference) {
    return "REFERENCES "
        + Quoted.name(reference.table())
        + (reference.columns().isEmpty() ? "" : " (" + Quoted.names(reference.columns()) + ")")
        + (reference.onUpdate().equals("NO ACTION") ? "" : " ON UPDATE " + reference.onUpdate())
        + (reference.onDelete().equals("NO ACTION") ? "" : " ON DELETE " + reference.onDelete())
        + (reference.match().isEmpty() ? "" : " MATCH " + reference.match())
        + (reference.deferrable() ? " DEFERRABLE" : "")
        + (reference.deferred() ? " INITIALLY DEFERRED" : "");
  }

  private List<String> known(List<String> written) {
    return written.stream().map(this::known).toList();
  }

  private String known(String name) {
    return names.getOrDefault(Folded.name(name), name);
  }
}
