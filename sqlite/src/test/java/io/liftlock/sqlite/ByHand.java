package io.liftlock.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A database file as somebody uses it who knows nothing of liftlock. */
record ByHand(Path file) {

  Connection connect() throws SQLException {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  /** Runs a script. */
  void run(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** The first column of the first row. */
  Optional<String> ask(String sql) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** A connection that has run a statement and stays open. */
  Connection holding(String sql) throws SQLException {
    Connection connection = connect();
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
    return connection;
  }
}
