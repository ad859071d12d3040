package io.liftlock.postgres.grammar;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;

/**
 * What PostgreSQL takes and the grammar refuses, said in words that the grammar takes: a second
 * reading of a statement that failed. Each change keeps every fact that safety asks for and the
 * place of every token; a token that is called something else keeps its text, by which the readers
 * tell. What no change here mends stays refused.
 */
final class Reshaping {

  private final TokenRow row;

  private Reshaping(TokenRow row) {
    this.row = row;
  }

  /** Other tokens for the same statement; empty where there is nothing to change. */
  static Optional<List<Token>> of(List<Token> all) {
    TokenRow row = TokenRow.of(all);
    new Reshaping(row).reshape();
    QueryForms.reshape(row);
    ConstraintAttributes.order(row);
    Numbers.join(row);
    return row.isChanged() ? Optional.of(row.tokens()) : Optional.empty();
  }

  private void reshape() {
    switch (row.type(0)) {
      case SQLParser.ALTER -> alter();
      case SQLParser.CREATE -> create();
      case SQLParser.DROP -> drop();
      case SQLParser.GRANT, SQLParser.REVOKE, SQLParser.COMMENT, SQLParser.SECURITY -> grant();
      case SQLParser.BEGIN, SQLParser.START -> modes();
      case SQLParser.SET -> set();
      case SQLParser.MERGE -> merge();
      case SQLParser.VACUUM, SQLParser.ANALYZE, SQLParser.ANALYSE -> maintenance();
      default -> {
        // No other statement has a form that the grammar lacks and that is mended here.
      }
    }
  }

  private void alter() {
    switch (row.type(1)) {
      case SQLParser.SYSTEM -> {
        row.retype(1, SQLParser.DATABASE);
        row.insert(2, SQLParser.Identifier, "system");
      }
      case SQLParser.FUNCTION, SQLParser.PROCEDURE, SQLParser.AGGREGATE -> arguments(2);
      case SQLParser.ROUTINE -> {
        row.retype(1, SQLParser.FUNCTION);
        arguments(2);
      }
      case SQLParser.MATERIALIZED -> {
        // ALTER TABLE knows more actions; the word tells what it really is.
        row.remove(2, 3);
        row.retype(1, SQLParser.TABLE);
      }
      case SQLParser.VIEW, SQLParser.INDEX -> {
        if (row.find(2, SQLParser.COMMA) < row.size()) {
          row.retype(1, SQLParser.TABLE);
        }
      }
      case SQLParser.STATISTICS -> {
        if (row.are(2, SQLParser.IF, SQLParser.EXISTS)) {
          row.remove(2, 4);
        }
      }
      case SQLParser.TABLE -> {
        if (row.are(2, SQLParser.ALL, SQLParser.IN)) {
          row.retype(1, SQLParser.INDEX);
        }
        ConstraintAttributes.enforcement(row);
      }
      case SQLParser.DEFAULT -> defaultPrivileges();
      case SQLParser.SEQUENCE -> sequenceType();
      default -> {
        // The grammar has all of it.
      }
    }
  }

  private void defaultPrivileges() {
    for (int i = 0; i < row.size(); i++) {
      if (row.type(i) == SQLParser.ROUTINES) {
        row.retype(i, SQLParser.FUNCTIONS);
      } else if (row.type(i) == SQLParser.MAINTAIN) {
        row.retype(i, SQLParser.TRIGGER);
      }
    }
  }

  /** The type of a sequence has more names than the grammar knows. */
  private void sequenceType() {
    int as = row.find(2, SQLParser.AS);
    boolean sequence = row.find(1, SQLParser.SEQUENCE) < as && as + 1 < row.size();
    switch (sequence ? row.text(as + 1) : "") {
      case "int", "int4" -> row.retype(as + 1, SQLParser.INTEGER);
      case "int8" -> row.retype(as + 1, SQLParser.BIGINT);
      case "int2" -> row.retype(as + 1, SQLParser.SMALLINT);
      default -> {
        // The grammar has the other names.
      }
    }
  }

  /** A routine may be named without its arguments where no other has its name. */
  private void arguments(int name) {
    int behind = row.behindName(name);
    if (row.type(behind) != SQLParser.LEFT_PAREN) {
      row.insert(behind, SQLParser.RIGHT_PAREN, ")");
      row.insert(behind, SQLParser.LEFT_PAREN, "(");
    }
  }

  private void create() {
    if (row.type(1) == SQLParser.SCHEMA) {
      contents();
      return;
    }
    sequenceType();
    if (row.type(1) == SQLParser.CAST) {
      int function = row.find(2, SQLParser.FUNCTION);
      if (function < row.size()) {
        arguments(function + 1);
      }
      return;
    }
    int kind = row.are(1, SQLParser.OR, SQLParser.REPLACE) ? 3 : 1;
    if (row.type(kind) == SQLParser.FUNCTION || row.type(kind) == SQLParser.PROCEDURE) {
      for (int i = row.size() - 2; i > 0; i--) {
        // Old scripts write the language as a string.
        if (row.are(i, SQLParser.LANGUAGE, SQLParser.StringConstant)) {
          row.retype(i + 1, SQLParser.QuotedIdentifier);
        }
        // The column whose type is meant stays; that its type is meant says nothing about locks.
        if (row.are(i, SQLParser.MODULAR, SQLParser.TYPE)) {
          row.remove(i, i + 2);
        }
      }
    }
  }

  /** What CREATE SCHEMA makes at once becomes statements of their own behind it. */
  private void contents() {
    for (int i = row.size() - 1; i > 1; i--) {
      boolean begins = row.type(i) == SQLParser.CREATE || row.type(i) == SQLParser.GRANT;
      if (begins && row.find(1, row.type(i)) <= i && isOutside(i)) {
        row.insert(i, SQLParser.SEMI_COLON, ";");
      }
    }
  }

  private boolean isOutside(int index) {
    int depth = 0;
    for (int i = 0; i < index; i++) {
      depth += row.type(i) == SQLParser.LEFT_PAREN ? 1 : 0;
      depth -= row.type(i) == SQLParser.RIGHT_PAREN ? 1 : 0;
    }
    return depth == 0;
  }

  private void drop() {
    switch (row.type(1)) {
      case SQLParser.FUNCTION, SQLParser.PROCEDURE, SQLParser.ROUTINE, SQLParser.AGGREGATE -> {
        // DROP TYPE takes several names; the word tells what they really are.
        row.retype(1, SQLParser.TYPE);
        for (int i = 2; i < row.size(); i++) {
          row.remove(i, row.behindParens(i));
        }
      }
      case SQLParser.TRANSFORM -> {
        row.retype(1, SQLParser.DOMAIN);
        int type = row.find(2, SQLParser.FOR);
        int language = row.find(type, SQLParser.LANGUAGE);
        row.remove(type, Math.min(language + 1, row.size()));
      }
      default -> {
        // The grammar has all of it.
      }
    }
  }

  private void grant() {
    for (int i = 1; i < row.size(); i++) {
      boolean routine =
          row.type(i) == SQLParser.FUNCTION
              || row.type(i) == SQLParser.PROCEDURE
              || row.type(i) == SQLParser.ROUTINE;
      if (routine && row.type(i - 1) == SQLParser.ON) {
        int name = i + 1;
        arguments(name);
        int behind = row.behindParens(row.behindName(name));
        while (row.type(behind) == SQLParser.COMMA) {
          arguments(behind + 1);
          behind = row.behindParens(row.behindName(behind + 1));
        }
        return;
      }
    }
    int on = row.find(1, SQLParser.ON);
    if (on < row.size() && row.type(0) != SQLParser.COMMENT) {
      // Privileges on columns and on the table in one list: the columns go.
      for (int i = on - 1; i > 0; i--) {
        if (row.type(i) == SQLParser.LEFT_PAREN) {
          row.remove(i, row.behindParens(i));
        }
      }
    }
    int with = row.find(1, SQLParser.WITH);
    int more = row.find(with, SQLParser.COMMA);
    if (with < row.size() && more < row.size()) {
      // Of the options of a membership the first one is kept: which they are does not matter.
      row.remove(more, row.find(more, SQLParser.GRANTED));
    }
  }

  private void set() {
    if (row.type(1) == SQLParser.TRANSACTION || row.are(1, SQLParser.SESSION)) {
      modes();
    }
    int role = row.type(1) == SQLParser.LOCAL || row.type(1) == SQLParser.SESSION ? 2 : 1;
    if (row.are(role, SQLParser.ROLE, SQLParser.StringConstant)) {
      row.retype(role + 1, SQLParser.QuotedIdentifier);
    } else if (row.are(role, SQLParser.NAMES, SQLParser.StringConstant)) {
      row.insert(role + 1, SQLParser.EQUAL, "=");
    }
  }

  /** The modes of a transaction may stand without commas. */
  private void modes() {
    for (int i = row.size() - 1; i > 1; i--) {
      boolean begins =
          row.type(i) == SQLParser.ISOLATION
              || row.are(i, SQLParser.READ, SQLParser.ONLY)
              || row.are(i, SQLParser.READ, SQLParser.WRITE)
              || row.are(i, SQLParser.NOT, SQLParser.DEFERRABLE)
              || (row.type(i) == SQLParser.DEFERRABLE && row.type(i - 1) != SQLParser.NOT);
      int before = row.type(i - 1);
      boolean first =
          before == SQLParser.TRANSACTION || before == SQLParser.WORK || before == SQLParser.BEGIN;
      if (begins && !first && before != SQLParser.COMMA) {
        row.insert(i, SQLParser.COMMA, ",");
      }
    }
  }

  private void merge() {
    if (row.are(1, SQLParser.INTO, SQLParser.ONLY)) {
      row.remove(2, 3);
    }
  }

  /** Options of VACUUM and ANALYZE that the grammar does not know say nothing about locks. */
  private void maintenance() {
    int end = row.behindParens(1);
    for (int i = end - 2; i > 1; i--) {
      if (row.type(i - 1) == SQLParser.LEFT_PAREN || row.type(i - 1) == SQLParser.COMMA) {
        if (row.text(i).startsWith("process_")) {
          row.retype(i, SQLParser.VERBOSE);
        }
      } else if (row.text(i).equals("auto")) {
        row.retype(i, SQLParser.ON);
      } else if (row.type(i - 1) == SQLParser.BUFFER_USAGE_LIMIT) {
        row.remove(i, i + 1);
      }
    }
  }
}
