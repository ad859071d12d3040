package io.liftlock.sqlite.link;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says in liftlock's words what SQLite refused. */
public final class Failures {

  private static final Pattern TRANSACTION =
      Pattern.compile("(within|inside|from within) a? ?transaction");

  private Failures() {}

  /** Primary result codes, https://www.sqlite.org/rescode.html. */
  private static final int PERM = 3;

  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int INTERRUPT = 9;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int CONSTRAINT = 19;
  private static final int NOTADB = 26;

  /** The extended code's name, such as {@code SQLITE_CONSTRAINT_UNIQUE}. */
  private static SQLiteErrorCode code(SQLException e) {
    return e instanceof SQLiteException sqlite
        ? sqlite.getResultCode()
        : SQLiteErrorCode.getErrorCode(e.getErrorCode());
  }

  private static int primary(SQLException e) {
    return code(e).code & 0xff;
  }

  /** SQLite's own text, without what the driver puts around it. */
  public static String text(SQLException e) {
    String message = String.valueOf(e.getMessage());
    String prefix = code(e) + " (";
    return message.startsWith(prefix) && message.endsWith(")")
        ? message.substring(prefix.length(), message.length() - 1)
        : message;
  }

  /** Somebody else holds a lock on the file. */
  public static boolean isLock(SQLException e) {
    return primary(e) == BUSY || primary(e) == LOCKED;
  }

  /** This user may not write the file. */
  public static boolean isReadOnly(SQLException e) {
    return primary(e) == READONLY || primary(e) == PERM;
  }

  /** It was stopped by the statement's budget. */
  public static boolean isInterrupt(SQLException e) {
    return primary(e) == INTERRUPT;
  }

  /** The statement does not run in a transaction. */
  public static boolean isNotTransactional(SQLException e) {
    return code(e) == SQLiteErrorCode.SQLITE_ERROR && TRANSACTION.matcher(text(e)).find();
  }

  /** A unique column already has this value. */
  public static boolean isUnique(SQLException e) {
    return code(e) == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE;
  }

  /** A trigger's RAISE gave the text, which may hold a row's value. */
  public static boolean isRaised(SQLException e) {
    return code(e) == SQLiteErrorCode.SQLITE_CONSTRAINT_TRIGGER;
  }

  /** The table is not there. */
  public static boolean isNoTable(SQLException e) {
    return text(e).startsWith("no such table");
  }

  /** A column is not there. */
  public static boolean isNoColumn(SQLException e) {
    return text(e).startsWith("no such column");
  }

  /**
   * What SQLite refused, as a problem without a place.
   *
   * @param raised what to say instead of a text that a trigger gave, or null to repeat it
   */
  public static Problem problem(SqliteFile file, SQLException e, @Nullable String raised) {
    String said = raised == null ? text(e) : raised;
    return switch (primary(e)) {
      case BUSY, LOCKED ->
          Problem.error(
                  ErrorCode.LOCK_TIMEOUT,
                  "another connection holds a lock on " + file.shown() + ": " + said)
              .action("let the other connection finish, or end it, and run again");
      case READONLY, PERM ->
          Problem.error(
                  ErrorCode.DATABASE_READ_ONLY,
                  "the database cannot be written: " + file.shown() + " (" + said + ")")
              .action("make the file and its folder writable for this user");
      case IOERR ->
          Problem.error(
                  ErrorCode.STATEMENT_FAILED,
                  "the operating system could not read or write "
                      + file.shown()
                      + " ("
                      + code(e).name()
                      + ")")
              .action("look at the disk, its quota and the system log");
      case CORRUPT, NOTADB ->
          Problem.error(
                  ErrorCode.STATEMENT_FAILED, "the file is damaged: " + file.shown() + ": " + said)
              .action("restore it from a backup; PRAGMA integrity_check tells more");
      case FULL ->
          Problem.error(
                  ErrorCode.DISK_FULL, "there is no room left for " + file.shown() + ": " + said)
              .action("make room on its disk and run again; what was begun was rolled back");
      case CANTOPEN ->
          Problem.error(
                  ErrorCode.CONNECTION_FAILED,
                  "SQLite cannot open " + file.shown() + " or a file it needs beside it: " + said)
              .action("make the file and its folder readable and writable for this user");
      case CONSTRAINT -> Problem.error(ErrorCode.STATEMENT_FAILED, said);
      default -> Problem.error(ErrorCode.STATEMENT_FAILED, said);
    };
  }

  /** A failure outside any step: nothing to decide upon. */
  public static DatabaseError error(SqliteFile file, String doing, SQLException e) {
    Problem problem = problem(file, e, null);
    return new DatabaseError(
        new Problem(
            problem.code(),
            problem.severity(),
            doing + " failed: " + problem.message(),
            null,
            problem.action()),
        e);
  }

  /** The file cannot be opened as a database. */
  public static DatabaseError connecting(SqliteFile file, SQLException e) {
    Problem problem =
        switch (primary(e)) {
          case NOTADB ->
              Problem.error(
                      ErrorCode.CONNECTION_FAILED,
                      "database "
                          + file.name()
                          + ": the file is no SQLite database, or an"
                          + " encrypted one: "
                          + file.shown())
                  .action("correct the URL of the database");
          case CANTOPEN ->
              Problem.error(
                      file.exists() ? ErrorCode.CONNECTION_FAILED : ErrorCode.DATABASE_READ_ONLY,
                      "database "
                          + file.name()
                          + (file.exists()
                              ? ": the file cannot be opened: "
                              : ": the file cannot be made: ")
                          + file.shown())
                  .action("make the file and its folder readable and writable for this user");
          default -> {
            Problem other = problem(file, e, null);
            yield new Problem(
                other.code(),
                other.severity(),
                "database " + file.name() + ": " + other.message(),
                null,
                other.action());
          }
        };
    return new DatabaseError(problem, e);
  }
}
