package io.liftlock.postgres.inspect;

import io.liftlock.core.database.Database;
import io.liftlock.core.schema.Schema;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long one inspection takes in a running JVM, beside {@code pg_dump --schema-only} of the same
 * database: tables of 10 columns, 2 indexes, a primary key and a foreign key each. Run by hand.
 *
 * <p>Arguments: how many tables (1000), how often (15). {@code -Dliftlock.test.major} chooses the
 * server, which must not be newer than the {@code pg_dump} on the path.
 */
final class InspectionBenchmark {

  private static final int BATCH = 500;

  private InspectionBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    int tables = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
    ScratchDatabase scratch = ScratchServer.get().freshDatabase();
    build(scratch, tables);
    List<Long> inspections = new ArrayList<>();
    List<Long> dumps = new ArrayList<>();
    try (Database database = Inspected.open(scratch.url())) {
      for (int round = 0; round < rounds; round++) {
        long start = System.nanoTime();
        Schema schema = database.inspector().inspect();
        inspections.add(System.nanoTime() - start);
        if (round == 0) {
          System.out.println(schema);
        }
        start = System.nanoTime();
        if (dump(scratch) == 0) {
          dumps.add(System.nanoTime() - start);
        }
      }
    }
    print("inspect", inspections);
    print("pg_dump", dumps);
    System.exit(0);
  }

  static void build(ScratchDatabase scratch, int tables) throws SQLException {
    try (Connection connection = scratch.connect();
        Statement statement = connection.createStatement()) {
      for (int first = 0; first < tables; first += BATCH) {
        StringBuilder sql = new StringBuilder("BEGIN;");
        for (int i = first; i < Math.min(tables, first + BATCH); i++) {
          sql.append(table(i));
        }
        statement.execute(sql.append("COMMIT").toString());
      }
      statement.execute("VACUUM ANALYZE");
    }
  }

  private static String table(int i) {
    return """
    CREATE TABLE t%1$d (
      id bigint PRIMARY KEY, parent bigint REFERENCES t%2$d, name text NOT NULL,
      email varchar(200), amount numeric(12, 2) DEFAULT 0, active boolean NOT NULL DEFAULT true,
      created timestamptz NOT NULL DEFAULT now(), note text, kind integer, payload jsonb);
    CREATE INDEX t%1$d_name ON t%1$d (name);
    CREATE INDEX t%1$d_created ON t%1$d (created, kind);
    """
        .formatted(i, Math.max(0, i - 1));
  }

  private static int dump(ScratchDatabase scratch) throws Exception {
    return new ProcessBuilder("pg_dump", "--schema-only", "--dbname", scratch.urlText())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static void print(String what, List<Long> nanos) {
    if (nanos.isEmpty()) {
      System.out.println(what + " could not be run");
      return;
    }
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    System.out.printf(
        "%s: first %d ms, median %d ms, best %d ms, worst %d ms%n",
        what,
        nanos.get(0) / 1_000_000,
        sorted.get(sorted.size() / 2) / 1_000_000,
        sorted.get(0) / 1_000_000,
        sorted.get(sorted.size() - 1) / 1_000_000);
  }
}
