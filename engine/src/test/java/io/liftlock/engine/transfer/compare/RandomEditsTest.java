package io.liftlock.engine.transfer.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is reported is what was planted: nothing less and nothing more. */
class RandomEditsTest {

  private static final int TABLES = 8;

  private static final String[][] COLUMNS = {
    {"bigint", "(r * 5000000000)::bigint"},
    {"numeric(12,2)", "(r * 1000)::numeric(12,2)"},
    {"text", "md5(r::text)"},
    {"double precision", "r / 3"},
    {"timestamptz", "'2026-01-01'::timestamptz + r * interval '1 day'"},
    {"boolean", "r > 0.5"},
    {"jsonb", "jsonb_build_object('r', r)"},
    {"bytea", "decode(md5(r::text), 'hex')"},
    {"int[]", "ARRAY[(r * 9)::int, NULL]"},
    {"date", "'2026-01-01'::date + (r * 900)::int"},
  };

  private final Random random = new Random(20261120);

  @Test
  void everyEditIsReportedAndNothingElse() {
    ScratchDatabase a = ScratchServer.get().freshDatabase();
    StringBuilder schema = new StringBuilder("SELECT setseed(0.5);\n");
    List<List<Integer>> columns = new ArrayList<>();
    int[] rows = new int[TABLES];
    for (int table = 0; table < TABLES; table++) {
      List<Integer> chosen =
          IntStream.range(0, COLUMNS.length).filter(i -> random.nextBoolean()).boxed().toList();
      columns.add(chosen);
      rows[table] = random.nextInt(9_000);
      schema.append(create(table, chosen, rows[table]));
    }
    a.execute(schema.toString());
    ScratchDatabase b = ScratchServer.get().copyOf(a);
    TreeSet<String> planted = new TreeSet<>();
    for (int table = 0; table < TABLES; table++) {
      edit(b, table, columns.get(table), rows[table], planted);
    }
    TreeSet<String> found = new TreeSet<>();
    for (String line :
        TwoDatabases.said(
            TwoDatabases.compare(a.url(), b.url(), CompareOptions.DEFAULTS.withListed(10_000)))) {
      found.add(line.replaceFirst(" value: .*", " value"));
    }
    assertEquals(planted, found);
  }

  private static String create(int table, List<Integer> columns, int rows) {
    StringBuilder names = new StringBuilder();
    StringBuilder values = new StringBuilder();
    for (int column : columns) {
      names.append(", c").append(column).append(' ').append(COLUMNS[column][0]);
      values.append(", ").append(COLUMNS[column][1]);
    }
    return """
    CREATE TABLE t%1$d (k text, n int%2$s, PRIMARY KEY (k, n));
    INSERT INTO t%1$d SELECT 'k' || i %% 10, i%3$s
      FROM (SELECT i, random() AS r FROM generate_series(1, %4$d) i) s;
    """
        .formatted(table, names, values, rows);
  }

  private void edit(
      ScratchDatabase b, int table, List<Integer> columns, int rows, TreeSet<String> planted) {
    int edits = rows == 0 ? 0 : random.nextInt(12);
    TreeSet<Integer> touched = new TreeSet<>();
    for (int i = 0; i < edits; i++) {
      int n = 1 + random.nextInt(rows);
      if (!touched.add(n)) {
        continue;
      }
      String key = "[k" + n % 10 + ", " + n + "]";
      switch (columns.isEmpty() ? random.nextInt(2) : random.nextInt(4)) {
        case 0 -> {
          b.execute("DELETE FROM t%d WHERE n = %d".formatted(table, n));
          planted.add("t" + table + " " + key + " missing");
        }
        case 1 -> {
          b.execute("INSERT INTO t%d (k, n) VALUES ('new', %d)".formatted(table, n));
          planted.add("t" + table + " [new, " + n + "] extra");
        }
        default -> {
          int column = columns.get(random.nextInt(columns.size()));
          b.execute("UPDATE t%d SET c%d = NULL WHERE n = %d".formatted(table, column, n));
          planted.add("t" + table + ".c" + column + " " + key + " value");
        }
      }
    }
    if (!touched.isEmpty()) {
      planted.add("t" + table + " different");
    }
  }
}
