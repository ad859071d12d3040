package io.liftlock.testkit;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Twenty tables that stand on each other, with keys, indexes, triggers and sequences: what a copy
 * is killed on. Their rows come from a seed, so that two of them are equal.
 */
public final class TwentyTables {

  /** How many. */
  public static final int COUNT = 20;

  private TwentyTables() {}

  /**
   * A database with schema and rows.
   *
   * @param rows how many there are in each table; about 250 bytes a row
   */
  public static ScratchDatabase filled(ScratchServer server, int rows) {
    return server.freshDatabase(
        "twenty tables of " + rows,
        connection -> {
          schema(connection);
          rows(connection, rows);
        });
  }

  /** A database with the same schema and no rows. */
  public static ScratchDatabase empty(ScratchServer server) {
    return server.freshDatabase("twenty tables, empty", TwentyTables::schema);
  }

  /** Makes the schema in an empty database. */
  public static void schema(Connection connection) throws SQLException {
    StringBuilder sql = new StringBuilder();
    sql.append(
        """
        CREATE TYPE mood AS ENUM ('calm', 'wild');
        CREATE FUNCTION refused() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'a trigger fired during the copy'; END $$;
        """);
    for (int i = 1; i <= COUNT; i++) {
      sql.append(table(i));
    }
    // A cycle, so that no order of tables would do.
    sql.append("ALTER TABLE t1 ADD FOREIGN KEY (other_id) REFERENCES t20 DEFERRABLE;\n");
    Resource.run(connection, sql.toString());
  }

  private static String table(int i) {
    String parent = i == 1 ? "" : " REFERENCES t" + (i - 1) + " ON DELETE CASCADE";
    // Every fourth has no key, so that its parts cannot be told again.
    String key = i % 4 == 0 && i != COUNT ? "id bigint NOT NULL" : identity(i);
    String parentKey = (i - 1) % 4 == 0 && i > 1 ? "" : parent;
    return """
    CREATE TABLE t%1$d (
      %2$s,
      parent_id bigint%3$s,
      other_id bigint,
      name text NOT NULL,
      amount numeric(12, 2) CHECK (amount >= 0),
      mood mood NOT NULL DEFAULT 'calm',
      at timestamptz NOT NULL,
      data jsonb,
      doubled numeric GENERATED ALWAYS AS (amount * 2) STORED
    );
    CREATE INDEX t%1$d_name ON t%1$d (name, at);
    CREATE INDEX t%1$d_amount ON t%1$d (amount) WHERE mood = 'wild';
    CREATE TRIGGER t%1$d_refuses AFTER INSERT ON t%1$d FOR EACH ROW EXECUTE FUNCTION refused();
    COMMENT ON INDEX t%1$d_name IS 'kept %1$d';
    """
        .formatted(i, key, parentKey);
  }

  private static String identity(int i) {
    return switch (i % 4) {
      case 1 -> "id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
      case 2 -> "id bigserial PRIMARY KEY";
      default -> "id bigint PRIMARY KEY";
    };
  }

  /** Fills the schema. */
  public static void rows(Connection connection, int rows) throws SQLException {
    StringBuilder sql = new StringBuilder();
    for (int i = 1; i <= COUNT; i++) {
      sql.append(
          """
          ALTER TABLE t%1$d DISABLE TRIGGER USER;
          INSERT INTO t%1$d (id, parent_id, other_id, name, amount, mood, at, data)
            OVERRIDING SYSTEM VALUE
            SELECT g, 1 + g * 7919 %% %2$d, NULL, md5((g * %1$d)::text), g %% 1000 + 0.25,
                (ARRAY['calm', 'wild']::mood[])[1 + g %% 2],
                timestamptz '2020-01-01 00:00:00+00' + g * interval '1 minute',
                jsonb_build_object('n', g, 'text', repeat(md5(g::text), 2))
              FROM generate_series(1, %2$d) g;
          ALTER TABLE t%1$d ENABLE TRIGGER USER;
          """
              .formatted(i, rows));
    }
    sql.append("UPDATE t1 SET other_id = id WHERE id % 3 = 0;\n");
    for (int i = 1; i <= COUNT; i++) {
      if (i % 4 == 1 || i % 4 == 2) {
        sql.append("SELECT setval(pg_get_serial_sequence('t" + i + "', 'id'), " + rows + ");\n");
      }
    }
    Resource.run(connection, sql.toString());
  }
}
