package io.liftlock.postgres.grammar;

import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalInt;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A real server that says whether it takes the syntax of a statement. Runs it and takes it back.
 */
final class Judge implements AutoCloseable {

  private final ScratchDatabase database = ScratchServer.of(18).freshDatabase();
  private Connection connection = database.connect();

  /** Where the server finds a syntax error, as an offset; empty where it finds none. */
  OptionalInt syntaxError(String sql) throws SQLException {
    if (connection.isClosed()) {
      connection = database.connect();
    }
    connection.setAutoCommit(false);
    Optional<ServerErrorMessage> error = Optional.empty();
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    } catch (PSQLException e) {
      error = Optional.ofNullable(e.getServerErrorMessage());
    }
    if (!connection.isClosed()) {
      connection.rollback();
    }
    return error
        .filter(message -> "42601".equals(message.getSQLState()))
        .map(message -> OptionalInt.of(message.getPosition() - 1))
        .orElse(OptionalInt.empty());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
