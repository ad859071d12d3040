package io.liftlock.sqlite.link;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/**
 * One connection, in SQLite's own terms: JDBC has no word for a transaction's kind, for running a
 * statement to its end whatever it returns, or for the text that SQLite itself gives an error.
 */
public final class Link implements AutoCloseable {

  private final SQLiteConnection connection;
  private final DB database;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Link(SQLiteConnection connection) {
    this.connection = connection;
    this.database = connection.getDatabase();
  }

  /** Reads one row of an answer. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Runs SQL text to its end, exactly as SQLite's own shell would: rows that it returns are stepped
   * through and dropped, parameters that nobody bound are NULL.
   */
  public void execute(String sql) throws SQLException {
    database._exec(sql);
  }

  /** Compiles a statement and throws it away; an error of its syntax or names is thrown. */
  public void compile(String sql) throws SQLException {
    connection.prepareStatement(sql).close();
  }

  /** How many rows the last INSERT, UPDATE or DELETE changed by itself, without triggers. */
  public long changes() throws SQLException {
    return database.changes();
  }

  /** How many rows all statements of this connection changed, with triggers. */
  public long totalChanges() throws SQLException {
    return database.total_changes();
  }

  /** All rows of an answer. */
  public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... arguments)
      throws SQLException {
    return use(
        sql,
        arguments,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
              result.add(reader.read(rows));
            }
            return result;
          }
        });
  }

  /** Takes one row of an answer. */
  @FunctionalInterface
  public interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  /** Walks through the rows of an answer, however many. */
  public void forEach(String sql, RowTaker taker) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        taker.take(rows);
      }
    }
  }

  /** Goes through the rows of an answer by SQLite's own calls. */
  @FunctionalInterface
  public interface Walk<T> {

    /**
     * Is called once, where there is a row, with the first one at hand.
     *
     * @param statement what each call of the database wants to be told
     */
    T walk(DB database, long statement) throws SQLException;
  }

  /**
   * Hands over an answer as a whole: a call for each value instead of three, and no object for any.
   *
   * @return what the walk returned; empty where there is no row
   */
  public <T> Optional<T> walk(String sql, List<?> arguments, Walk<T> walk) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments.toArray());
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(((CoreStatement) statement).pointer.safeRun(walk::walk))
            : Optional.empty();
      }
    }
  }

  /** The first column of the first row; empty where there is no row or it is NULL. */
  public Optional<String> value(String sql, @Nullable Object... arguments) throws SQLException {
    return use(
        sql,
        arguments,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
          }
        });
  }

  /** Runs a statement of ours that changes rows. */
  public void update(String sql, @Nullable Object... arguments) throws SQLException {
    use(sql, arguments, PreparedStatement::executeUpdate);
  }

  /** Does something with a statement that is compiled and has its parameters. */
  @FunctionalInterface
  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private <T> T use(String sql, @Nullable Object[] arguments, Use<T> use) throws SQLException {
    PreparedStatement statement = prepared(sql);
    try {
      bind(statement, arguments);
      return use.of(statement);
    } catch (SQLException e) {
      // The driver gives up a statement that failed; the next use compiles it again.
      prepared.remove(sql);
      statement.close();
      throw e;
    }
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      prepared.put(sql, known);
    }
    return known;
  }

  private static void bind(PreparedStatement statement, @Nullable Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }

  /**
   * Whether a transaction is open. SQLite tells it only by the error that a second BEGIN gives; a
   * deferred one takes no lock.
   */
  public boolean inTransaction() throws SQLException {
    try {
      execute("BEGIN DEFERRED");
    } catch (SQLException e) {
      if (Failures.text(e).contains("within a transaction")) {
        return true;
      }
      throw e;
    }
    execute("COMMIT");
    return false;
  }

  /** Ends a transaction without keeping it, where one is open. */
  public void rollback() throws SQLException {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // Some failures (disk full, out of memory, RAISE(ROLLBACK)) have ended it already.
      if (!Failures.text(e).contains("no transaction is active")) {
        throw e;
      }
    }
  }

  /** How long a lock is waited for, in milliseconds. */
  public void busyTimeout(int milliseconds) throws SQLException {
    database.busy_timeout(milliseconds);
  }

  public SQLiteConnection connection() {
    return connection;
  }

  /**
   * Gives up the compiled statements. The driver lets one that has ended stand until it is used
   * again, and SQLite then refuses VACUUM because of "SQL statements in progress".
   */
  public void forgetCompiled() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }

  @Override
  public void close() throws SQLException {
    forgetCompiled();
    connection.close();
  }
}
