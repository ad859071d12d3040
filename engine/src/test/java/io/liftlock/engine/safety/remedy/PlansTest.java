package io.liftlock.engine.safety.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.Alteration.AlterColumnType;
import io.liftlock.core.syntax.Alteration.DropColumn;
import io.liftlock.core.syntax.Alteration.RenameColumn;
import io.liftlock.engine.safety.Moment;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plans for people are SQL that runs, and both versions of an application can work meanwhile. */
class PlansTest {

  private static final String SETUP =
      "CREATE TABLE t (id int8 PRIMARY KEY, a int NOT NULL, b text);"
          + " CREATE INDEX t_b ON t (b);"
          + " INSERT INTO t SELECT g, g, g::text FROM generate_series(1, 3) g;";

  @Test
  void anotherTypeIsKeptEqualUntilTheSwitch() throws SQLException {
    List<String> seen =
        run(
            "ALTER TABLE t ALTER COLUMN a TYPE bigint USING a * 10",
            14,
            List.of("INSERT INTO t (id, a) VALUES (4, 4)", "UPDATE t SET a = 7 WHERE id = 1"),
            "SELECT a_new FROM t ORDER BY id");
    assertThat(seen).containsExactly("70", "20", "30", "40");
  }

  @Test
  void bothNamesAreKeptEqualUntilTheSwitch() throws SQLException {
    List<String> seen =
        run(
            "ALTER TABLE t RENAME COLUMN b TO \"order\"",
            18,
            List.of(
                "INSERT INTO t (id, a, b) VALUES (4, 4, 'old')",
                "INSERT INTO t (id, a, \"order\") VALUES (5, 5, 'new')",
                "UPDATE t SET b = 'x' WHERE id = 1",
                "UPDATE t SET \"order\" = 'y' WHERE id = 2"),
            "SELECT b || ' ' || \"order\" FROM t ORDER BY id");
    assertThat(seen).containsExactly("x x", "y y", "3 3", "old old", "new new");
  }

  @Test
  void aComputedColumnIsComputed() throws SQLException {
    List<String> seen =
        run(
            "ALTER TABLE t ADD COLUMN c int GENERATED ALWAYS AS (a * 2) STORED",
            14,
            List.of("UPDATE t SET a = 7 WHERE id = 1"),
            "SELECT c FROM t ORDER BY id");
    assertThat(seen).containsExactly("14", "4", "6");
  }

  @Test
  void aColumnGoesAfterWhatStandsOnIt() throws SQLException {
    List<String> seen =
        run(
            "ALTER TABLE t DROP COLUMN b",
            18,
            List.of(),
            "SELECT indexrelid::regclass FROM pg_index WHERE indrelid = 't'::regclass ORDER BY 1");
    assertThat(seen).containsExactly("t_pkey", "t_b");
  }

  /** Everything but what comes with a later release, then the work, then a look; then the rest. */
  private static List<String> run(String sql, int major, List<String> work, String look)
      throws SQLException {
    Moment moment = Moments.of(SETUP, sql, major);
    Fix fix = plan(moment);
    assertThat(fix.kind()).isEqualTo(Fix.Kind.PLAN);
    ScratchDatabase database = ScratchServer.of(major).freshDatabase();
    try (Connection connection = database.connect();
        java.sql.Statement jdbc = connection.createStatement()) {
      jdbc.execute(SETUP);
      for (SafeStep step : fix.steps()) {
        if (step.where() != SafeStep.Where.LATER_RELEASE) {
          execute(jdbc, step.sql());
        }
      }
      for (String each : work) {
        jdbc.execute(each);
      }
      List<String> seen = new ArrayList<>();
      try (ResultSet rows = jdbc.executeQuery(look)) {
        while (rows.next()) {
          seen.add(rows.getString(1));
        }
      }
      for (SafeStep step : fix.steps()) {
        if (step.where() == SafeStep.Where.LATER_RELEASE) {
          execute(jdbc, step.sql());
        }
      }
      return seen;
    } finally {
      database.drop();
    }
  }

  private static void execute(java.sql.Statement jdbc, String sql) throws SQLException {
    for (Statement statement : new ScriptReader().read("plan.sql", sql, Dialect.POSTGRES)) {
      jdbc.execute(statement.text());
    }
  }

  private static Fix plan(Moment moment) {
    AlterTable alter = moment.command(AlterTable.class).orElseThrow();
    Alteration action = alter.actions().get(0);
    if (action instanceof AlterColumnType type) {
      return TypeChangePlan.of(moment, alter, type).orElseThrow();
    }
    if (action instanceof RenameColumn rename) {
      return RenamePlan.of(moment, alter, rename).orElseThrow();
    }
    if (action instanceof AddColumn add) {
      return GeneratedColumnPlan.of(moment, alter, add).orElseThrow();
    }
    return DropColumnPlan.of(moment, alter, (DropColumn) action).orElseThrow();
  }
}
