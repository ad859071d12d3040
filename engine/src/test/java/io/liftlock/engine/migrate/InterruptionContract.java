package io.liftlock.engine.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.Target;
import io.liftlock.core.report.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that ends with any of its calls, in either direction, is completed by the next one as if
 * nothing had happened: every statement has counted exactly once.
 */
abstract class InterruptionContract {

  @TempDir Path folder;

  /** An empty database. */
  abstract DatabaseUrl freshDatabase();

  /** Another copy of it, as it was when the first copy was made. */
  abstract DatabaseUrl copy() throws IOException;

  /** To the database that was made or copied last, beside liftlock. */
  abstract Connection connect() throws SQLException;

  /** A statement that no transaction may hold, and what takes it back. */
  abstract String bare();

  abstract String bareBack();

  /** Each statement leaves a mark, so that one that ran twice or never is seen. */
  private static String mark(String name) {
    return "INSERT INTO tally VALUES ('" + name + "');\n";
  }

  /**
   * A database that everything was run on before, upwards and, if the next run is to go upwards,
   * down again: what is remembered of the first round must not be taken for the second's.
   */
  private void prepare(Direction direction) throws SQLException {
    DatabaseUrl url = freshDatabase();
    execute("CREATE TABLE tally (what TEXT)");
    try (Project project = new Project(folder).on("main", url)) {
      assertThat(project.migrate()).isInstanceOf(Outcome.Completed.class);
      if (direction == Direction.UP) {
        assertThat(go(project, Direction.DOWN)).isInstanceOf(Outcome.Completed.class);
      }
    }
    execute("DELETE FROM tally");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Project project() throws IOException {
    Project project = new Project(folder).on("main", copy());
    project.lockWait = Duration.ofSeconds(10);
    return project;
  }

  private void files() {
    new Project(folder)
        .file("001_whole.sql", "CREATE TABLE users (id INTEGER, name TEXT);\n" + mark("1a"))
        .file("001_whole_rollback.sql", mark("-1a") + "DROP TABLE users;")
        .file("002_mixed.sql", mark("2a") + mark("2b") + bare() + mark("2c"))
        .file("002_mixed_rollback.sql", mark("-2a") + bareBack() + mark("-2b"))
        .file("003_none.sql", "-- Transaction: none\n" + mark("3a") + mark("3b"))
        .file("003_none_rollback.sql", "-- Transaction: none\n" + mark("-3a") + mark("-3b"))
        .file(
            "004_own.sql",
            "BEGIN;\n"
                + mark("4a")
                + "COMMIT;\n"
                + mark("4b")
                + "BEGIN;\n"
                + mark("4c")
                + "ROLLBACK;\nBEGIN;\n"
                + mark("4d")
                + "COMMIT;\n")
        .file(
            "004_own_rollback.sql",
            "BEGIN;\n" + mark("-4a") + "COMMIT;\nBEGIN;\n" + mark("-4b") + "COMMIT;\n")
        .file("005_verified.sql", "-- Transaction: none\n" + mark("5a") + mark("5b"))
        .file("005_verified_verify.sql", mark("never"))
        .file("005_verified_rollback.sql", mark("-5a"))
        .file("006_wrapped.sql", "BEGIN;\n" + mark("6a") + "COMMIT;\n")
        .file("006_wrapped_verify.sql", "BEGIN;\n" + mark("never") + "ROLLBACK;\n")
        .file("006_wrapped_rollback.sql", "BEGIN;\n" + mark("-6a") + "COMMIT;\n");
  }

  /** What is left of a run. */
  private record Left(List<String> applied, List<String> tally, String schema) {}

  private Left left(Project project) throws SQLException {
    History history = project.database("main").history().read();
    assertThat(history.firstBroken()).isEmpty();
    assertThat(history.stopped()).isEmpty();
    List<String> tally = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT what FROM tally ORDER BY what")) {
      while (rows.next()) {
        tally.add(rows.getString(1));
      }
    }
    return new Left(
        project.applied("main"),
        tally,
        project.database("main").inspector().inspect().fingerprint());
  }

  private static Outcome go(Project project, Direction direction) {
    return direction == Direction.UP
        ? project.up(new Target.Everything())
        : project.down(new Target.Nothing());
  }

  @Test
  void comesToTheSameEndUpwards() throws Exception {
    endsWithEveryCall(Direction.UP);
  }

  @Test
  void comesToTheSameEndDownwards() throws Exception {
    endsWithEveryCall(Direction.DOWN);
  }

  private void endsWithEveryCall(Direction direction) throws Exception {
    files();
    prepare(direction);
    Left undisturbed;
    try (Project project = project()) {
      assertThat(go(project, direction)).isInstanceOf(Outcome.Completed.class);
      undisturbed = left(project);
    }
    assertThat(undisturbed.tally()).doesNotHaveDuplicates().doesNotContain("never");
    for (MortalDatabase.End end : MortalDatabase.End.values()) {
      int call = 1;
      while (endsWith(direction, end, call, undisturbed)) {
        call++;
      }
      // Otherwise the calls were not those of a run.
      assertThat(call).isGreaterThan(40);
    }
  }

  /** Returns false where the run ended by itself before that call. */
  private boolean endsWith(Direction direction, MortalDatabase.End end, int call, Left undisturbed)
      throws Exception {
    try (Project project = project()) {
      List<MortalDatabase> opened = new ArrayList<>();
      project.opened =
          real -> {
            opened.add(new MortalDatabase(real, end, call));
            return opened.get(0);
          };
      String how = direction + ", " + end + ", call " + call;
      interrupted(project, direction, how);
      boolean died = opened.get(0).isDead();
      project.disconnect();
      project.opened = real -> real;
      Outcome again = go(project, direction);
      assertThat(again).as(how + ": " + again).isInstanceOf(Outcome.Completed.class);
      assertThat(left(project)).as(how).isEqualTo(undisturbed);
      return died;
    }
  }

  private static void interrupted(Project project, Direction direction, String how) {
    try {
      Outcome outcome = go(project, direction);
      Database database = project.database("main");
      if (((MortalDatabase) database).isDead() && outcome instanceof Outcome.Stopped stopped) {
        assertThat(stopped.problem().action()).as(how).isNotNull();
      }
    } catch (MortalDatabase.Killed | LiftlockException e) {
      // As it should be: nobody takes a dead connection for a success.
    }
  }
}
