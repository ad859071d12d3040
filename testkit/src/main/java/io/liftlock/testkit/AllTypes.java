package io.liftlock.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A PostgreSQL database with a column of every built-in type and every kind of table, filled with
 * the ends of what each can hold. Its schema can be had alone, for a target. Everything works as a
 * plain role that owns the database. {@code regrole}, {@code aclitem} and the like name only what
 * each server has.
 */
public final class AllTypes {

  /** As many columns as a table can have. */
  private static final int MOST_COLUMNS = 1600;

  private static final int NEWEST = Integer.MAX_VALUE;

  private AllTypes() {}

  /** A database with schema and rows. */
  public static ScratchDatabase filled(ScratchServer server) {
    return filled(server, NEWEST);
  }

  /**
   * A database with schema and rows.
   *
   * @param asOf only what this major of PostgreSQL knows, too
   */
  public static ScratchDatabase filled(ScratchServer server, int asOf) {
    return server.freshDatabase(
        "all types of " + asOf + ", filled",
        connection -> {
          schema(connection, asOf);
          rows(connection, asOf);
        });
  }

  /** A database with the same schema and no rows. */
  public static ScratchDatabase empty(ScratchServer server) {
    return empty(server, NEWEST);
  }

  /**
   * A database with the same schema and no rows.
   *
   * @param asOf only what this major of PostgreSQL knows, too
   */
  public static ScratchDatabase empty(ScratchServer server, int asOf) {
    return server.freshDatabase(
        "all types of " + asOf + ", empty", connection -> schema(connection, asOf));
  }

  /** Makes the schema in an empty database. */
  public static void schema(Connection connection) throws SQLException {
    schema(connection, NEWEST);
  }

  private static int major(Connection connection, int asOf) throws SQLException {
    return Math.min(asOf, connection.getMetaData().getDatabaseMajorVersion());
  }

  private static void schema(Connection connection, int asOf) throws SQLException {
    Resource.run(connection, Resource.text("all-types-schema.sql"));
    Resource.run(connection, widest());
    int major = major(connection, asOf);
    if (major >= 15) {
      Resource.run(
          connection,
          """
          CREATE TABLE one_null (a int, note text, UNIQUE NULLS NOT DISTINCT (a));
          """);
    }
    if (major >= 18) {
      Resource.run(
          connection,
          """
          CREATE TABLE virtual (id int PRIMARY KEY, a int, doubled int GENERATED ALWAYS AS (a * 2));
          ALTER TABLE virtual ADD CONSTRAINT virtual_small CHECK (doubled < 1000) NOT ENFORCED;
          CREATE TABLE stays (id int4range, at daterange, note text,
            CONSTRAINT stays_pk PRIMARY KEY (id, at WITHOUT OVERLAPS));
          """);
    }
  }

  /** Fills the schema. */
  public static void rows(Connection connection) throws SQLException {
    rows(connection, NEWEST);
  }

  private static void rows(Connection connection, int asOf) throws SQLException {
    Resource.run(connection, Resource.text("all-types-rows.sql"));
    Resource.run(
        connection,
        "INSERT INTO widest SELECT "
            + IntStream.range(0, MOST_COLUMNS)
                .mapToObj(i -> i == 0 ? "g" : i % 7 == 0 ? "NULL" : "g * " + i % 300 + " % 32767")
                .collect(Collectors.joining(", "))
            + " FROM generate_series(1, 20) g");
    int major = major(connection, asOf);
    if (major >= 15) {
      Resource.run(connection, "INSERT INTO one_null VALUES (NULL, 'n'), (1, '1'), (2, NULL)");
    }
    if (major >= 18) {
      Resource.run(
          connection,
          """
          INSERT INTO virtual (id, a) SELECT g, g * 10 FROM generate_series(1, 100) g;
          INSERT INTO stays VALUES ('[1,2)', '[2020-01-01,2020-02-01)', 'a'),
            ('[1,2)', '[2020-02-01,2020-03-01)', 'b'), ('[2,3)', '[2020-01-01,)', 'c');
          """);
    }
  }

  private static String widest() {
    return "CREATE TABLE widest ("
        + IntStream.range(0, MOST_COLUMNS)
            .mapToObj(i -> i == 0 ? "c0 int PRIMARY KEY" : "c" + i + " smallint")
            .collect(Collectors.joining(", "))
        + ")";
  }
}
