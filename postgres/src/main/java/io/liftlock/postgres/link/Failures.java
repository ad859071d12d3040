package io.liftlock.postgres.link;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.StatementFailure.Reason;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.Statement;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Turns what the server says into what a person can act upon. The server's DETAIL is left out,
 * since it shows the values of rows; so are values that a message itself quotes.
 */
public final class Failures {

  /** Which function failed; other lines of the server's context may hold values. */
  private static final Pattern FUNCTION_CONTEXT =
      Pattern.compile(
          "^((?:PL/\\w+|SQL) function [^\\n]*?(?: line \\d+)?(?: at [A-Za-z ]+| during [a-z ]+)?)$",
          Pattern.MULTILINE);

  private static final Pattern LOCK_TABLE =
      Pattern.compile(
          "LOCK TABLE ONLY (\"(?:[^\"]|\"\")+\"|[^.\"]+)\\.(\"(?:[^\"]|\"\")+\"|\\S+) IN"
              + " ([A-Z ]+) MODE");

  private static final Pattern COPY_LINE = Pattern.compile("^COPY [^,\\n]+, line (\\d+)");

  /** What to do when a connection is lost. */
  public static final String AGAIN =
      "run the same command again: it finds out what took effect, and continues";

  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

  private Failures() {}

  /**
   * A failure of a person's statement.
   *
   * @param workIndex the piece of work, or -1
   * @param statement the statement
   * @param sql its text as it was sent
   * @param offset where it began in the message, in code points
   */
  public static StatementFailure ofStatement(
      int workIndex,
      Statement statement,
      String sql,
      int offset,
      SQLException e,
      List<Blocker> blockers) {
    Place place = place(statement, sql, offset, e);
    return of(workIndex, place, sql, e, blockers);
  }

  /** A failure of something liftlock itself sent, or of no statement that can be named. */
  public static StatementFailure of(
      int workIndex, String doing, SQLException e, List<Blocker> blockers) {
    String state = state(e);
    Problem problem =
        Problem.error(code(state, e), doing + ": " + said(e, "")).action(action(state, e));
    return new StatementFailure(workIndex, reason(state, e), problem, state, blockers, e);
  }

  private static StatementFailure of(
      int workIndex, Place place, String sql, SQLException e, List<Blocker> blockers) {
    String state = state(e);
    Problem problem =
        Problem.error(code(state, e), said(e, sql)).at(place).action(action(state, e));
    return new StatementFailure(workIndex, reason(state, e), problem, state, blockers, e);
  }

  /** A failure that nobody can decide upon. */
  public static DatabaseError error(String doing, SQLException e) {
    String state = state(e);
    return new DatabaseError(
        Problem.error(code(state, e), doing + ": " + said(e, "")).action(action(state, e)),
        state,
        e);
  }

  private static @Nullable ServerErrorMessage server(SQLException e) {
    return e instanceof PSQLException p ? p.getServerErrorMessage() : null;
  }

  public static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }

  /** Where in what was sent it failed, in code points from 0, or -1. */
  public static int position(SQLException e) {
    ServerErrorMessage server = server(e);
    return server == null ? -1 : server.getPosition() - 1;
  }

  public static boolean isConnectionLoss(SQLException e) {
    String state = state(e);
    // 57P01-57P05: somebody ended our server process; 25P03, 25P04: a timeout did.
    return state.startsWith("08")
        || state.startsWith("57P")
        || state.equals("25P03")
        || state.equals("25P04");
  }

  private static Reason reason(String state, SQLException e) {
    if (isConnectionLoss(e)) {
      return Reason.CONNECTION;
    }
    return switch (state) {
      // Lock not available, deadlock, serialization failure.
      case "55P03", "40P01", "40001" -> Reason.LOCK;
      // In a transaction block, invalid transaction termination, enum value not yet committed.
      case "25001", "2D000", "55P04" -> Reason.NOT_TRANSACTIONAL;
      default -> Reason.STATEMENT;
    };
  }

  private static ErrorCode code(String state, SQLException e) {
    if (isConnectionLoss(e)) {
      return ErrorCode.CONNECTION_LOST;
    }
    return switch (state) {
      case "55P03", "40P01" -> ErrorCode.LOCK_TIMEOUT;
      case "25001", "2D000", "55P04" -> ErrorCode.STATEMENT_NOT_TRANSACTIONAL;
      case "53100" -> ErrorCode.DISK_FULL;
      case "42501" -> ErrorCode.PRIVILEGE_MISSING;
      case "25006" -> ErrorCode.DATABASE_READ_ONLY;
      default -> ErrorCode.STATEMENT_FAILED;
    };
  }

  /** Message and SQLSTATE, the function it happened in, and nothing that shows a row. */
  private static String said(SQLException e, String sql) {
    ServerErrorMessage server = server(e);
    if (server == null || server.getMessage() == null) {
      // The driver's own message; it names what it did, never a value.
      return firstLine(e.getMessage());
    }
    String message = mask(server.getMessage(), server.getSQLState(), sql);
    StringBuilder said = new StringBuilder(message);
    if (server.getSQLState() != null) {
      said.append(" (SQLSTATE ").append(server.getSQLState()).append(')');
    }
    String where = server.getWhere();
    if (where != null) {
      Matcher context = FUNCTION_CONTEXT.matcher(where);
      if (context.find()) {
        said.append("\nin ").append(context.group(1));
      }
    }
    return said.toString();
  }

  /** What the server or the driver said, in short. */
  public static String brief(SQLException e) {
    return said(e, "");
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "the connection is gone" : text.lines().findFirst().orElse("");
  }

  /**
   * Hides quoted text of data exceptions (class 22), unless the statement itself shows it: it may
   * be a row's value. Other classes quote names.
   */
  public static String mask(String message, @Nullable String state, String sql) {
    if (state == null || !state.startsWith("22")) {
      return message;
    }
    return QUOTED
        .matcher(message)
        .replaceAll(
            found -> {
              String quoted = found.group();
              String inner = quoted.substring(1, quoted.length() - 1);
              return Matcher.quoteReplacement(sql.contains(inner) ? quoted : "\"…\"");
            });
  }

  private static @Nullable String action(String state, SQLException e) {
    ServerErrorMessage server = server(e);
    String hint = server == null ? null : server.getHint();
    if (hint != null) {
      return hint;
    }
    if (isConnectionLoss(e)) {
      return AGAIN;
    }
    return switch (state) {
      case "25001", "2D000", "55P04" ->
          "write  -- Transaction: none  into the file's header, so that it runs outside a"
              + " transaction";
      case "53100" -> "free space on the server's disk, and run this again";
      case "25006" -> "connect to the primary, or to a role and database that may write";
      case "42501" -> "grant the privilege, or connect as a role that has it";
      default -> null;
    };
  }

  /** The lock on a table that one of our own LOCK TABLE waited for; null where it was no such. */
  public static @Nullable ExpectedLock awaitedLock(SQLException e) {
    ServerErrorMessage server = server(e);
    String where = server == null ? null : server.getWhere();
    Matcher lock = where == null ? null : LOCK_TABLE.matcher(where);
    if (lock == null || !lock.find()) {
      return null;
    }
    LockMode mode = LockMode.valueOf(lock.group(3).replace(' ', '_'));
    return new ExpectedLock(
        RelationName.of(unquoted(lock.group(1)), unquoted(lock.group(2))), mode);
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }

  private static Place place(Statement statement, String sql, int offset, SQLException e) {
    Place start = statement.span().place();
    ServerErrorMessage server = server(e);
    if (server == null) {
      return start;
    }
    if (server.getWhere() != null && statement.hasCopyData()) {
      Matcher line = COPY_LINE.matcher(server.getWhere());
      if (line.find()) {
        // The data begins on the line behind the one that ends the statement.
        int dataLine = start.line() + lines(sql, sql.length()) + Integer.parseInt(line.group(1));
        return new Place(start.file(), dataLine, 0);
      }
    }
    // Counted in characters, not in Java's UTF-16 units, from 1.
    int position = server.getPosition() - 1 - offset;
    if (server.getPosition() <= 0 || position < 0) {
      return start;
    }
    // What ends too early is found at the separator behind it.
    int index = sql.offsetByCodePoints(0, Math.min(position, sql.codePointCount(0, sql.length())));
    int lineStart = sql.lastIndexOf('\n', index - 1) + 1;
    int column = sql.codePointCount(lineStart, index) + 1;
    int line = lines(sql, index);
    return new Place(
        start.file(), start.line() + line, line == 0 ? start.column() + column - 1 : column);
  }

  private static int lines(String sql, int end) {
    int lines = 0;
    for (int at = sql.indexOf('\n'); at >= 0 && at < end; at = sql.indexOf('\n', at + 1)) {
      lines++;
    }
    return lines;
  }
}
