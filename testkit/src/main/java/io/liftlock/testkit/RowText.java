package io.liftlock.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;

/**
 * What every table of a PostgreSQL database holds, as sorted lines of the server's own text, with
 * where its sequences stand and its large objects: a judge of copies that shares no code with what
 * makes or compares them. For databases that fit into memory.
 */
public final class RowText {

  private static final String TABLES =
      """
      SELECT format('%I.%I', n.nspname, c.relname), c.relkind::text,
             (SELECT coalesce(string_agg(format('%I', a.attname), ', ' ORDER BY a.attname), '')
                FROM pg_attribute a
               WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE (c.relkind IN ('r', 'S') OR c.relkind = 'm' AND c.relispopulated)
         AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'liftlock', 'pg_toast')
         AND NOT (n.nspname = 'public' AND c.relname LIKE 'schema\\_version%')
      """;

  private static final String LARGE_OBJECTS =
      "SELECT oid, length(lo_get(oid)), sha256(lo_get(oid)) FROM pg_largeobject_metadata";

  private RowText() {}

  /** Each table's lines; what liftlock keeps for itself is left out. */
  public static Map<String, List<String>> of(ScratchDatabase database) {
    try (Connection connection = database.connect()) {
      return of(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the rows cannot be read", e);
    }
  }

  /** The same of a database that a superuser is connected to. */
  public static Map<String, List<String>> of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = ''");
      // What a database or a role sets must not matter.
      statement.execute("SET timezone = 'UTC'");
      statement.execute("SET datestyle = 'ISO'");
      statement.execute("SET intervalstyle = 'postgres'");
      statement.execute("SET bytea_output = 'hex'");
      statement.execute("SET extra_float_digits = 1");
      Map<String, List<String>> tables = new TreeMap<>();
      try (ResultSet rows = statement.executeQuery(TABLES)) {
        while (rows.next()) {
          boolean sequence = rows.getString(2).equals("S");
          String columns = sequence ? "last_value, is_called" : rows.getString(3);
          // Of a table without columns only the number of its rows can be told.
          tables.put(
              rows.getString(1),
              lines(
                  connection,
                  "SELECT "
                      + (columns.isEmpty() ? "count(*)" : columns)
                      + " FROM "
                      + (sequence ? "" : "ONLY ")
                      + rows.getString(1)));
        }
      }
      tables.put("large objects", lines(connection, LARGE_OBJECTS));
      return tables;
    }
  }

  private static List<String> lines(Connection connection, String query) throws SQLException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("COPY (" + query + ") TO STDOUT", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> lines =
        new ArrayList<>(List.of(bytes.toString(StandardCharsets.UTF_8).split("\n")));
    lines.sort(null);
    return lines;
  }
}
