package io.liftlock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.migration.Target;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.migrate.MigrationReader;
import io.liftlock.engine.migrate.Migrator;
import io.liftlock.engine.migrate.MigratorOptions;
import io.liftlock.engine.migrate.PlanOptions;
import io.liftlock.engine.migrate.ReadRequest;
import io.liftlock.engine.run.RunOptions;
import io.liftlock.engine.run.Timing;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The example project, on real databases and as a role that owns its database and nothing more:
 * every migration goes up, down and up again, and everything taken back leaves nothing.
 */
class TradingJournalTest {

  private static final Target EVERYTHING = new Target.Everything();
  private static final Target NOTHING = new Target.Nothing();
  private static final Target ONE = new Target.Steps(1);

  @TempDir Path folder;

  @Test
  void everyMigrationGoesUpDownAndUpAgain() throws SQLException {
    upDownUp(ScratchServer.get());
  }

  @Tag("majors")
  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 18})
  void everyMigrationGoesUpDownAndUpAgainOnEveryMajor(int major) throws SQLException {
    upDownUp(ScratchServer.of(major));
  }

  private void upDownUp(ScratchServer server) throws SQLException {
    try (Journal journal = new Journal(server, folder.resolve("trades.db"))) {
      List<MigrationId> ids = journal.set.graph().ids();
      assertThat(ids).hasSizeGreaterThanOrEqualTo(14);
      for (MigrationId id : ids) {
        String before = journal.schemas();
        assertThat(journal.run(Direction.UP, ONE)).containsExactly(id.toString());
        String after = journal.schemas();
        assertThat(journal.run(Direction.DOWN, ONE)).containsExactly(id.toString());
        assertThat(journal.schemas()).as("after the rollback of %s", id).isEqualTo(before);
        assertThat(journal.run(Direction.UP, ONE)).containsExactly(id.toString());
        assertThat(journal.schemas()).as("after %s ran again", id).isEqualTo(after);
      }
      assertThat(journal.run(Direction.UP, EVERYTHING)).isEmpty();
    }
  }

  @Test
  void everythingTakenBackLeavesNothingAndComesAgain() throws SQLException {
    try (Journal journal = new Journal(ScratchServer.get(), folder.resolve("trades.db"))) {
      String empty = journal.schemas();
      List<String> all = journal.set.graph().ids().stream().map(MigrationId::toString).toList();
      assertThat(journal.run(Direction.UP, EVERYTHING)).isEqualTo(all);
      String full = journal.schemas();
      List<String> backwards = new ArrayList<>(all);
      Collections.reverse(backwards);
      assertThat(journal.run(Direction.DOWN, NOTHING)).isEqualTo(backwards);
      assertThat(journal.schemas()).isEqualTo(empty);
      assertThat(journal.run(Direction.UP, EVERYTHING)).isEqualTo(all);
      assertThat(journal.schemas()).isEqualTo(full);
    }
  }

  @Test
  void rowsComeThroughTheDataMigrationAndTheRebuild() throws SQLException {
    try (Journal journal = new Journal(ScratchServer.get(), folder.resolve("trades.db"))) {
      journal.run(Direction.UP, EVERYTHING);
      assertThat(journal.postgres.value("SELECT count(*) FROM deposits WHERE reference IS NULL"))
          .isEqualTo("0");
      assertThat(
              journal.postgres.value("SELECT string_agg(reference, ' ' ORDER BY id) FROM deposits"))
          .isEqualTo("DEP-1 DEP-2 DEP-3 DEP-4 DEP-5 DEP-6");
      // Dropped with foreign keys on, the old table would have taken the notes with it.
      assertThat(journal.sqlite("SELECT count(*) FROM trade_notes")).containsExactly("4");
      assertThat(journal.sqlite("SELECT id || ' ' || environment FROM trades ORDER BY id"))
          .containsExactly("1 live", "2 live", "3 live", "4 testnet", "5 live");
      assertThat(journal.sqlite("PRAGMA foreign_key_check")).isEmpty();
    }
  }

  @Test
  void aUserSeesOnlyTheirOwnRows() throws SQLException {
    try (Journal journal = new Journal(ScratchServer.get(), folder.resolve("trades.db"))) {
      journal.run(Direction.UP, EVERYTHING);
      ScratchServer.Role application = journal.postgres.createRole();
      journal.postgres.execute(
          "GRANT SELECT ON users, accounts, deposits, account_balances TO " + application.name());
      try (Connection connection = journal.postgres.connect(application);
          Statement statement = connection.createStatement()) {
        assertThat(column(statement, "SELECT email FROM users")).isEmpty();
        assertThat(column(statement, "SELECT balance FROM account_balances")).isEmpty();
        statement.execute("SET app.user_id = '11111111-1111-4111-8111-111111111111'");
        assertThat(column(statement, "SELECT email FROM users")).containsExactly("ada@example.com");
        assertThat(column(statement, "SELECT amount FROM deposits ORDER BY id"))
            .containsExactly("1000.00000000", "250.50000000", "5000.00000000");
        assertThat(column(statement, "SELECT balance FROM account_balances ORDER BY environment"))
            .containsExactly("950.50000000", "5000.00000000");
      }
    }
  }

  private static List<String> column(Statement statement, String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** The example's migrations and two empty databases. */
  private static final class Journal implements AutoCloseable {

    private static final RunnerIdentity RUNNER =
        new RunnerIdentity("tester", "here", 1, Instant.EPOCH, "test");

    final ScratchDatabase postgres;
    final MigrationSet set;
    private final Path file;
    private final Map<String, Database> databases = new LinkedHashMap<>();
    private int runs;

    Journal(ScratchServer server, Path file) {
      this.postgres = server.freshDatabase();
      this.file = file;
      databases.put("main", open("main", postgres.url(postgres.createOwner())));
      databases.put("trades", open("trades", DatabaseUrl.parse("sqlite:" + file)));
      Path migrations = Project.file("examples/trading-journal/migrations");
      Problems problems = new Problems();
      this.set =
          new MigrationReader(
                  (path, text, format) -> {
                    throw new AssertionError("the example has no metadata files");
                  })
              .read(
                  new ReadRequest(
                      List.of(migrations),
                      Project.root(),
                      null,
                      List.of(
                          new ReadRequest.NamedDatabase("main", Dialect.POSTGRES),
                          new ReadRequest.NamedDatabase("trades", Dialect.SQLITE)),
                      Map.of()),
                  problems);
      assertThat(problems.all()).isEmpty();
      assertThat(set.layout()).isEqualTo("numbered");
    }

    private static Database open(String name, DatabaseUrl url) {
      return ServiceLoader.load(DatabaseDriver.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(driver -> driver.accepts(url))
          .findFirst()
          .orElseThrow()
          .open(url, new OpenOptions(name, HistoryTable.DEFAULT, RUNNER));
    }

    /** Runs, and gives the ids in the order in which they ran. */
    List<String> run(Direction direction, Target target) {
      runs++;
      Outcome outcome =
          new Migrator(
                  databases,
                  set,
                  new MigratorOptions(
                      PlanOptions.DEFAULT,
                      new RunOptions("run-" + runs, RUNNER, Duration.ZERO),
                      Duration.ZERO,
                      Optional.empty()),
                  Timing.system(),
                  event -> {})
              .migrate(direction, target, Optional.empty());
      assertThat(outcome).isInstanceOf(Outcome.Completed.class);
      return outcome.finished().stream()
          .map(finished -> finished.planned().migration().id().toString())
          .toList();
    }

    /** What both databases look like, history left out. */
    String schemas() throws SQLException {
      return databases.get("main").inspector().inspect().fingerprint()
          + "\n"
          + String.join(
              "\n",
              sqlite(
                  """
                  SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' '
                         || ifnull(c.dflt_value, '') || ' ' || c.pk || ' ' || t.strict
                    FROM pragma_table_list AS t, pragma_table_info(t.name) AS c
                   WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite~_%' ESCAPE '~'
                     AND t.name NOT LIKE 'liftlock~_%' ESCAPE '~' AND t.name <> 'schema_version'
                   UNION ALL
                  SELECT type || ' ' || name || ' ' || sql
                    FROM sqlite_schema
                   WHERE type <> 'table' AND sql IS NOT NULL AND name NOT LIKE 'liftlock~_%' ESCAPE '~'
                     AND tbl_name <> 'schema_version'
                   ORDER BY 1
                  """));
    }

    List<String> sqlite(String sql) throws SQLException {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = connection.createStatement()) {
        return column(statement, sql);
      }
    }

    @Override
    public void close() {
      databases.values().forEach(Database::close);
      postgres.drop();
    }
  }
}
