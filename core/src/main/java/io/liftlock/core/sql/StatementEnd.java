package io.liftlock.core.sql;

/**
 * Decides, token by token, whether a semicolon ends the statement. One object serves all statements
 * of a script.
 */
abstract sealed class StatementEnd {

  /** The rules of a dialect. */
  static StatementEnd of(Dialect dialect) {
    return dialect == Dialect.POSTGRES ? new Postgres() : new Sqlite();
  }

  /** Forgets everything: a new statement begins. */
  abstract void reset();

  /** Takes the lexer's current token, which is no comment. */
  abstract void token(Lexer lexer);

  /** Takes a semicolon and tells whether it ends the statement. */
  abstract boolean semicolon();

  /** What is wrong with a statement where the input ends; empty if it may end there. */
  abstract String open();

  /** Whether a block of COPY data follows the statement. */
  boolean isCopyFromStdin() {
    return false;
  }

  /**
   * What psql does ({@code psqlscan.l}): a semicolon inside parentheses or inside the body of an
   * SQL-standard function is part of the statement. psql takes any {@code BEGIN} behind CREATE
   * FUNCTION for the begin of a body and so trips over a parameter of that name; here only {@code
   * BEGIN ATOMIC} begins one.
   */
  private static final class Postgres extends StatementEnd {

    private enum Head {
      START,
      CREATE,
      CREATE_OR,
      CREATE_OR_REPLACE,
      ROUTINE,
      COPY,
      OTHER
    }

    private Head head = Head.START;
    private int parens;
    private int body;
    private boolean afterBegin;
    private boolean label;
    private boolean afterFrom;
    private boolean fromStdin;

    @Override
    void reset() {
      head = Head.START;
      parens = 0;
      body = 0;
      afterBegin = false;
      label = false;
      afterFrom = false;
      fromStdin = false;
    }

    @Override
    void token(Lexer lexer) {
      switch (lexer.kind()) {
        case LEFT_PAREN -> {
          parens++;
          afterFrom = false;
        }
        case RIGHT_PAREN -> parens = Math.max(0, parens - 1);
        case WORD -> {
          word(lexer);
          return;
        }
        default -> {
          // Nothing that opens or closes.
        }
      }
      afterBegin = false;
      afterFrom = false;
      label = lexer.kind() == Lexer.Kind.OPERATOR && lexer.is('.');
    }

    private void word(Lexer lexer) {
      switch (head) {
        case START ->
            head = lexer.is("create") ? Head.CREATE : lexer.is("copy") ? Head.COPY : Head.OTHER;
        case CREATE -> head = lexer.is("or") ? Head.CREATE_OR : routine(lexer);
        case CREATE_OR -> head = lexer.is("replace") ? Head.CREATE_OR_REPLACE : Head.OTHER;
        case CREATE_OR_REPLACE -> head = routine(lexer);
        case ROUTINE -> {
          if (parens == 0) {
            routineWord(lexer);
          }
        }
        case COPY -> {
          if (parens == 0) {
            fromStdin |= afterFrom && lexer.is("stdin");
            afterFrom = !label && lexer.is("from");
            label = false;
          }
        }
        case OTHER -> {
          // No word changes anything.
        }
      }
    }

    private static Head routine(Lexer lexer) {
      return lexer.is("function") || lexer.is("procedure") ? Head.ROUTINE : Head.OTHER;
    }

    private void routineWord(Lexer lexer) {
      if (body == 0) {
        if (afterBegin && lexer.is("atomic")) {
          body = 1;
        }
        afterBegin = lexer.is("begin");
      } else if (!label) {
        // "x.end" and "AS end" are names.
        if (lexer.is("case")) {
          body++;
        } else if (lexer.is("end")) {
          body--;
        }
      }
      label = lexer.is("as");
    }

    @Override
    boolean semicolon() {
      label = false;
      afterBegin = false;
      return parens == 0 && body == 0;
    }

    @Override
    String open() {
      if (body > 0) {
        return "the body that begins with BEGIN ATOMIC in this statement has no END";
      }
      return parens > 0 ? "a parenthesis in this statement is never closed" : "";
    }

    @Override
    boolean isCopyFromStdin() {
      return fromStdin;
    }
  }

  /**
   * What SQLite does (the table of {@code sqlite3_complete}): inside CREATE TRIGGER only {@code ;
   * END ;} ends the statement.
   */
  private static final class Sqlite extends StatementEnd {

    private enum State {
      START,
      NORMAL,
      EXPLAIN,
      CREATE,
      TRIGGER,
      TRIGGER_SEMICOLON,
      TRIGGER_END
    }

    private State state = State.START;
    private boolean sawBegin;

    @Override
    void reset() {
      state = State.START;
      sawBegin = false;
    }

    @Override
    void token(Lexer lexer) {
      switch (state) {
        case START ->
            state =
                lexer.is("create")
                    ? State.CREATE
                    : lexer.is("explain") ? State.EXPLAIN : State.NORMAL;
        case EXPLAIN -> {
          if (lexer.is("create")) {
            state = State.CREATE;
          } else if (!lexer.is("query") && !lexer.is("plan")) {
            state = State.NORMAL;
          }
        }
        case CREATE -> {
          if (lexer.is("trigger")) {
            state = State.TRIGGER;
          } else if (!lexer.is("temp") && !lexer.is("temporary")) {
            state = State.NORMAL;
          }
        }
        case TRIGGER_SEMICOLON -> state = lexer.is("end") ? State.TRIGGER_END : State.TRIGGER;
        case TRIGGER_END -> state = State.TRIGGER;
        case TRIGGER -> sawBegin |= lexer.is("begin");
        case NORMAL -> {
          // Only a semicolon matters.
        }
      }
    }

    @Override
    boolean semicolon() {
      switch (state) {
        case TRIGGER, TRIGGER_SEMICOLON -> {
          state = State.TRIGGER_SEMICOLON;
          return false;
        }
        default -> {
          return true;
        }
      }
    }

    @Override
    String open() {
      boolean inBody = state == State.TRIGGER || state == State.TRIGGER_SEMICOLON;
      return inBody && sawBegin ? "the body of this trigger has no END;" : "";
    }
  }
}
