package io.liftlock.engine.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.event.Event;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.Target;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.schema.SchemaFormat;
import io.liftlock.core.schema.Snapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What migrating means, the same on every database. */
abstract class MigratorContract {

  @TempDir Path folder;
  Project project;

  /** An empty database. */
  abstract DatabaseUrl freshDatabase();

  /** For looking at it beside liftlock. */
  abstract Connection connect() throws SQLException;

  @BeforeEach
  void begin() {
    project = new Project(folder).on("main", freshDatabase());
  }

  @AfterEach
  void end() {
    project.close();
  }

  Project three() {
    return project
        .file("001_users.sql", "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);")
        .file("001_users_rollback.sql", "DROP TABLE users;")
        .file("002_mail.sql", "ALTER TABLE users ADD COLUMN mail TEXT;\n-- end")
        .file("002_mail_rollback.sql", "ALTER TABLE users DROP COLUMN mail")
        .file(
            "003_rows.sql",
            "INSERT INTO users (id, name) VALUES (1, 'a;b');\n"
                + "INSERT INTO users VALUES (2, 'c', 'm');")
        .file("003_rows_rollback.sql", "DELETE FROM users;");
  }

  /** Names alone are enough to see what was kept. */
  private static final SchemaFormat NAMES = schema -> schema.objects().keySet().toString();

  private Optional<Snapshot> lastSnapshot() {
    return project.database("main").history().lastSnapshot();
  }

  @Test
  void everyRunThatDidSomethingKeepsWhatItLeft() {
    three();
    project.snapshots = Optional.of(NAMES);
    project.up(new Target.Id(MigrationId.of("1")));
    Snapshot first = lastSnapshot().orElseThrow();
    assertThat(first.migration()).isEqualTo("001");
    assertThat(first.content()).contains("users.name").doesNotContain("users.mail");

    project.migrate();
    Snapshot second = lastSnapshot().orElseThrow();
    assertThat(second.migration()).isEqualTo("003");
    assertThat(second.content()).contains("users.mail");
    assertThat(second.fingerprint())
        .isEqualTo(project.database("main").inspector().inspect().fingerprint());

    assertThat(project.migrate().finished()).isEmpty();
    assertThat(lastSnapshot()).contains(second);

    project.down(new Target.Id(MigrationId.of("1")));
    assertThat(lastSnapshot().orElseThrow().content()).isEqualTo(first.content());
    assertThat(lastSnapshot().orElseThrow().fingerprint()).isEqualTo(first.fingerprint());
  }

  @Test
  void aRunThatStopsKeepsWhatItLeft() {
    three().file("004_broken.sql", "CREATE TABLE other (a INTEGER);\nSELECT nothing FROM nowhere;");
    project.snapshots = Optional.of(NAMES);
    assertThat(project.migrate()).isInstanceOf(Outcome.Stopped.class);
    Snapshot kept = lastSnapshot().orElseThrow();
    assertThat(kept.migration()).isEqualTo("003");
    assertThat(kept.fingerprint())
        .isEqualTo(project.database("main").inspector().inspect().fingerprint());
  }

  @Test
  void aSnapshotThatCannotBeKeptStopsNothing() {
    three();
    project.snapshots =
        Optional.of(
            schema -> {
              throw new UserError(Problem.error(ErrorCode.SNAPSHOT_UNREADABLE, "no room"));
            });
    assertThat(project.migrate()).isInstanceOf(Outcome.Completed.class);
    assertThat(lastSnapshot()).isEmpty();
    assertThat(project.events)
        .anyMatch(
            event ->
                event instanceof Event.Warned warned
                    && warned.problem().message().contains("no room"));
  }

  @Test
  void goesUpDownAndUpAgain() {
    three();
    assertThat(project.migrate()).isInstanceOf(Outcome.Completed.class);
    assertThat(project.applied("main")).containsExactly("001", "002", "003");
    assertThat(count("SELECT count(*) FROM users")).isEqualTo(2);
    assertThat(project.migrate().finished()).isEmpty();

    assertThat(project.down(new Target.Steps(1)).finished()).hasSize(1);
    assertThat(project.applied("main")).containsExactly("001", "002");
    assertThat(project.down(new Target.Id(MigrationId.of("1"))).finished()).hasSize(1);
    assertThat(project.applied("main")).containsExactly("001");
    assertThat(project.down(new Target.Nothing()).finished()).hasSize(1);
    assertThat(project.applied("main")).isEmpty();

    assertThat(project.up(new Target.Steps(2)).finished()).hasSize(2);
    assertThat(project.migrate().finished()).hasSize(1);
    assertThat(count("SELECT count(*) FROM users")).isEqualTo(2);
    History history = project.database("main").history().read();
    assertThat(history.entries()).hasSize(9);
    assertThat(history.firstBroken()).isEmpty();
  }

  @Test
  void remembersWhenEachStatementRan() {
    three();
    project.migrate();
    assertThat(project.database("main").history().statements(MigrationId.of("003"), Direction.UP))
        .hasSize(2)
        .allSatisfy(
            record -> {
              assertThat(record.startedAt()).isNotNull();
              assertThat(record.finishedAt()).isAfterOrEqualTo(record.startedAt());
              assertThat(record.holdMs()).isNotNegative();
            });
  }

  @Test
  void failsWhollyAndTellsThePlace() {
    three()
        .file(
            "004_wrong.sql",
            "-- Purpose: fails\n"
                + "INSERT INTO users (id) VALUES (9);\n\n"
                + "  INSERT INTO nowhere VALUES (1);");
    Outcome outcome = project.migrate();
    Outcome.Stopped stopped = (Outcome.Stopped) outcome;
    assertThat(stopped.partly()).isFalse();
    assertThat(stopped.finished()).hasSize(3);
    assertThat(stopped.problem().code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
    assertThat(stopped.problem().place().file()).isEqualTo("004_wrong.sql");
    assertThat(stopped.problem().place().line()).isEqualTo(4);
    assertThat(count("SELECT count(*) FROM users WHERE id = 9")).isZero();
    assertThat(project.applied("main")).containsExactly("001", "002", "003");

    project.file("004_wrong.sql", "INSERT INTO users (id) VALUES (9);");
    assertThat(project.migrate().finished()).hasSize(1);
  }

  @Test
  void refusesEditedStatementsAndForgivesEditedComments() {
    three();
    project.migrate();
    project.file(
        "001_users.sql",
        "/* a licence */\r\ncreate  table users (id integer primary key, name text)\r\n;\r\n");
    assertThat(project.migrate()).isInstanceOf(Outcome.Completed.class);

    project.file(
        "003_rows.sql",
        "INSERT INTO users (id, name) VALUES (1, 'a;b');\nINSERT INTO users VALUES (3, 'c', 'm');");
    project.file("004_more.sql", "CREATE TABLE more (id INTEGER);");
    Outcome.Refused refused = (Outcome.Refused) project.migrate();
    Problem problem = refused.problems().get(0);
    assertThat(problem.code()).isEqualTo(ErrorCode.HISTORY_CHANGED);
    assertThat(problem.place().toString()).startsWith("003_rows.sql:2");
    assertThat(problem.message())
        .contains("1 statement differs")
        .contains("- INSERT INTO users VALUES (2, 'c', 'm')")
        .contains("+ INSERT INTO users VALUES (3, 'c', 'm')")
        .doesNotContain("a;b");

    new Repairer(project.options(), project.timing(), event -> {})
        .accept(
            project.database("main"),
            project.set().graph().at(MigrationId.of("003")).get(0),
            "the row was corrected by hand");
    assertThat(project.migrate().finished()).hasSize(1);
    History history = project.database("main").history().read();
    assertThat(history.entries().get(3).reason()).isEqualTo("the row was corrected by hand");
    assertThat(history.firstBroken()).isEmpty();
  }

  @Test
  void namesMigrationsThatArriveLate() {
    three();
    project.migrate();
    project.file("025_leap.sql", "CREATE TABLE x (id INTEGER);");
    project.file("004_next.sql", "CREATE TABLE y (id INTEGER);");
    assertThat(project.migrate().finished()).hasSize(2);
    project.file("010_late.sql", "CREATE TABLE z (id INTEGER);");
    Outcome.Refused refused = (Outcome.Refused) project.migrate();
    assertThat(refused.problems()).hasSize(1);
    assertThat(refused.problems().get(0).code()).isEqualTo(ErrorCode.MIGRATION_LATE);
    assertThat(refused.problems().get(0).message()).contains("010_late");
    project.late = PlanOptions.Late.RUN;
    assertThat(project.migrate().finished()).hasSize(1);
    assertThat(project.down(new Target.Steps(1)))
        .isInstanceOf(Outcome.Refused.class)
        .extracting(outcome -> ((Outcome.Refused) outcome).problems().get(0).message())
        .asString()
        .contains("010_late");
  }

  @Test
  void rollsNothingBackWithoutEveryRollback() {
    three().file("004_no_way_back.sql", "CREATE TABLE z (id INTEGER);");
    project.migrate();
    Outcome.Refused refused = (Outcome.Refused) project.down(new Target.Nothing());
    assertThat(refused.problems()).hasSize(1);
    assertThat(refused.problems().get(0).code()).isEqualTo(ErrorCode.ROLLBACK_MISSING);
    assertThat(refused.problems().get(0).message()).contains("004_no_way_back");
    assertThat(project.applied("main")).hasSize(4);
  }

  @Test
  void runsEverythingInOneTransactionOrNothing() {
    three().file("004_wrong.sql", "INSERT INTO nowhere VALUES (1);");
    project.grouping = Plan.Grouping.ALL;
    Outcome.Stopped stopped = (Outcome.Stopped) project.migrate();
    assertThat(stopped.at().migration().title()).isEqualTo("004_wrong");
    assertThat(stopped.finished()).isEmpty();
    assertThat(project.applied("main")).isEmpty();
    project.file("004_wrong.sql", "INSERT INTO users (id) VALUES (7);");
    assertThat(project.migrate().finished()).hasSize(4);
    assertThat(project.database("main").history().read().firstBroken()).isEmpty();
  }

  @Test
  void refusesOneTransactionWhereAScriptHasItsOwn() {
    three().file("004_own.sql", "BEGIN;\nINSERT INTO users (id) VALUES (7);\nCOMMIT;");
    project.grouping = Plan.Grouping.ALL;
    Outcome.Refused refused = (Outcome.Refused) project.migrate();
    assertThat(refused.problems().get(0).code()).isEqualTo(ErrorCode.TRANSACTION_IMPOSSIBLE);
    assertThat(refused.problems().get(0).place().toString()).startsWith("004_own.sql:1");
    assertThat(project.applied("main")).isEmpty();
  }

  @Test
  void runsScriptsWithTheirOwnTransactionsAsWritten() {
    three()
        .file("004_wrapped.sql", "BEGIN;\nINSERT INTO users (id) VALUES (4);\nCOMMIT;\n")
        .file(
            "005_two.sql",
            """
            BEGIN;
            INSERT INTO users (id) VALUES (5);
            COMMIT;
            INSERT INTO users (id) VALUES (6);
            BEGIN;
            INSERT INTO users (id) VALUES (7);
            INSERT INTO nowhere VALUES (1);
            COMMIT;
            """);
    Outcome.Stopped stopped = (Outcome.Stopped) project.migrate();
    assertThat(stopped.partly()).isTrue();
    assertThat(stopped.problem().place().toString()).startsWith("005_two.sql:7");
    assertThat(stopped.resume()).contains("liftlock migrate");
    assertThat(count("SELECT count(*) FROM users WHERE id >= 4")).isEqualTo(3);
    assertThat(project.applied("main")).endsWith("004").doesNotContain("005");

    StatusReader.Status status = new StatusReader(project.set()).read(project.databases()).get(0);
    assertThat(status.stopped()).isPresent();
    assertThat(status.stopped().get().statement()).isEqualTo(5);

    Outcome.Refused blocked = (Outcome.Refused) project.down(new Target.Steps(1));
    assertThat(blocked.problems().get(0).code()).isEqualTo(ErrorCode.MIGRATION_STOPPED);

    project.file(
        "005_two.sql",
        """
        BEGIN;
        INSERT INTO users (id) VALUES (5);
        COMMIT;
        INSERT INTO users (id) VALUES (6);
        BEGIN;
        INSERT INTO users (id) VALUES (7);
        INSERT INTO users (id) VALUES (8);
        COMMIT;
        """);
    assertThat(project.migrate().finished()).hasSize(1);
    assertThat(count("SELECT count(*) FROM users WHERE id >= 4")).isEqualTo(5);
    assertThat(project.applied("main")).endsWith("005");
    assertThat(project.database("main").history().read().firstBroken()).isEmpty();
  }

  @Test
  void rollsBackWhenItsVerificationFails() {
    three().file("003_rows_verify.sql", "SELECT id FROM users;\nSELECT * FROM absent;");
    Outcome.Stopped stopped = (Outcome.Stopped) project.migrate();
    assertThat(stopped.problem().code()).isEqualTo(ErrorCode.VERIFY_FAILED);
    assertThat(stopped.problem().place().file()).isEqualTo("003_rows_verify.sql");
    assertThat(project.applied("main")).containsExactly("001", "002");
    assertThat(count("SELECT count(*) FROM users")).isZero();
    project.file("003_rows_verify.sql", "SELECT id FROM users;");
    assertThat(project.migrate().finished()).hasSize(1);
  }

  @Test
  void undoesWhatAVerificationWithItsOwnTransactionDoes() {
    three()
        .file(
            "003_rows_verify.sql",
            "BEGIN;\nINSERT INTO users (id) VALUES (77);\nSELECT id FROM users;\nROLLBACK;");
    int before = project.migrate().finished().size();
    assertThat(before).isEqualTo(3);
    assertThat(project.applied("main")).containsExactly("001", "002", "003");
    assertThat(count("SELECT count(*) FROM users WHERE id = 77")).isZero();
    assertThat(count("SELECT count(*) FROM users")).isPositive();
  }

  @Test
  void stampsForwardsAndBackwards() {
    three();
    Stamper stamper =
        new Stamper(
            project.databases(), project.set(), project.options(), project.timing(), any -> {});
    stamper.stamp(new Target.Id(MigrationId.of("2")), "made by hand");
    assertThat(project.applied("main")).containsExactly("001", "002");
    stamper =
        new Stamper(
            project.databases(), project.set(), project.options(), project.timing(), any -> {});
    stamper.stamp(new Target.Id(MigrationId.of("1")), "one too many");
    assertThat(project.applied("main")).containsExactly("001");
    History history = project.database("main").history().read();
    assertThat(history.entries()).extracting(entry -> entry.reason()).doesNotContainNull();
    assertThat(history.firstBroken()).isEmpty();
  }

  @Test
  void detectsWhatExistsAlready() throws SQLException {
    three();
    execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)");
    List<Detector.Detection> found = new Detector(project.set()).detect(project.databases());
    assertThat(found).hasSize(3);
    assertThat(found.get(0).isThere()).isTrue();
    assertThat(found.get(1).isAbsent()).isTrue();
    assertThat(found.get(2).isThere()).isFalse();
  }

  @Test
  void runsAStoredPlanOnlyWhileTheWorldStandsStill() throws SQLException {
    three();
    Preview preview = project.migrator().preview(Direction.UP, new Target.Everything());
    assertThat(preview.errors()).isEmpty();
    assertThat(preview.plan().migrations()).hasSize(3);
    execute("CREATE TABLE somebody_was_here (id INTEGER)");
    Outcome.Refused refused =
        (Outcome.Refused)
            project
                .migrator()
                .migrate(Direction.UP, new Target.Everything(), Optional.of(preview.digest()));
    assertThat(refused.problems().get(0).code()).isEqualTo(ErrorCode.PLAN_OUTDATED);
    assertThat(refused.problems().get(0).message()).contains("schema of database main");
    execute("DROP TABLE somebody_was_here");
    assertThat(
            project
                .migrator()
                .migrate(Direction.UP, new Target.Everything(), Optional.of(preview.digest()))
                .finished())
        .hasSize(3);
  }

  @Test
  void refusesAHistoryThatWasAltered() throws SQLException {
    three();
    project.migrate();
    execute("UPDATE schema_version SET version = '009' WHERE version = '002'");
    project.file("004_more.sql", "CREATE TABLE more (id INTEGER);");
    Outcome.Refused refused = (Outcome.Refused) project.migrate();
    assertThat(refused.problems())
        .anySatisfy(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.HISTORY_BROKEN));
  }

  @Test
  void writesScriptsThatLeaveTheSameHistory() throws SQLException {
    three();
    Preview preview = project.migrator().preview(Direction.UP, new Target.Everything());
    StringBuilder script = new StringBuilder();
    new OfflineScript(project.options().run(), project.timing())
        .write(
            preview.plan().migrations(),
            History.BY_HAND + "1",
            project.database("main").history(),
            script);
    runByHand(script.toString());
    assertThat(project.applied("main")).containsExactly("001", "002", "003");
    assertThat(project.migrate().finished()).isEmpty();
    assertThat(project.database("main").history().read().firstBroken()).isEmpty();
    assertThat(count("SELECT count(*) FROM users")).isEqualTo(2);
  }

  @Test
  void keepsRepeatablesUpToDate() {
    project
        .file("V1__users.sql", "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);")
        .file(
            "R__names.sql",
            "DROP VIEW IF EXISTS names;\nCREATE VIEW names AS SELECT name FROM users;");
    assertThat(project.migrate().finished()).hasSize(2);
    assertThat(project.migrate().finished()).isEmpty();
    project.file(
        "R__names.sql",
        "DROP VIEW IF EXISTS names;\nCREATE VIEW names AS SELECT id, name FROM users;");
    assertThat(project.migrate().finished()).hasSize(1);
    assertThat(count("SELECT count(*) FROM names WHERE id IS NULL")).isZero();
  }

  @Test
  void runsCallbacksAtTheirMoments() throws SQLException {
    execute("CREATE TABLE told (id INTEGER, what TEXT)");
    String tell = "INSERT INTO told SELECT count(*), '%s' FROM told;";
    for (String moment :
        List.of(
            "beforeMigrate",
            "beforeEachMigrate",
            "afterEachMigrate",
            "afterVersioned",
            "beforeRepeatables",
            "afterMigrateApplied",
            "afterMigrate",
            "afterMigrateError",
            "afterEachMigrateError")) {
      project.file(moment + ".sql", tell.formatted(moment));
    }
    project
        .file("V1__one.sql", "CREATE TABLE one (id INTEGER);")
        .file("V2__two.sql", "CREATE TABLE two (id INTEGER);")
        .file("R__view.sql", "CREATE VIEW v AS SELECT 1 AS x;");
    assertThat(project.migrate()).isInstanceOf(Outcome.Completed.class);
    assertThat(told())
        .containsExactly(
            "beforeMigrate",
            "beforeEachMigrate",
            "afterEachMigrate",
            "beforeEachMigrate",
            "afterEachMigrate",
            "afterVersioned",
            "beforeRepeatables",
            "beforeEachMigrate",
            "afterEachMigrate",
            "afterMigrateApplied",
            "afterMigrate");
    execute("DELETE FROM told");
    project.file("V3__three.sql", "INSERT INTO nowhere VALUES (1);");
    assertThat(project.migrate()).isInstanceOf(Outcome.Stopped.class);
    // What runs in the migration's transaction went with it.
    assertThat(told())
        .containsExactly("beforeMigrate", "afterEachMigrateError", "afterMigrateError");
  }

  private static final String IN_PIECES =
      "-- Transaction: none\nCREATE TABLE pieces (id INTEGER);\nINSERT INTO pieces VALUES (1);\n";

  /** Leaves a row as a run does that is killed before its first statement. */
  private void beginAndDie(String version, Direction direction) throws StatementFailure {
    History history = project.database("main").history().read();
    project
        .database("main")
        .session()
        .atomically(
            List.of(
                new Work.Append(
                    new HistoryEntry(
                        version,
                        "pieces",
                        Instant.EPOCH,
                        null,
                        history.tip(),
                        direction,
                        EntryState.STARTED,
                        0,
                        0,
                        "tester",
                        "test",
                        null,
                        null,
                        "dead-run"))));
  }

  @Test
  void doesNotTakeAnEarlierRunsRowsForThoseOfTheOneThatDied() throws Exception {
    project
        .file("001_pieces.sql", IN_PIECES)
        .file("001_pieces_rollback.sql", "-- Transaction: none\nDROP TABLE pieces;");
    project.migrate();
    project.down(new Target.Nothing());
    beginAndDie("001", Direction.UP);
    StatusReader.Status status = new StatusReader(project.set()).read(project.databases()).get(0);
    assertThat(status.stopped().get().statement()).isEqualTo(1);
    assertThat(project.migrate().finished()).hasSize(1);
    assertThat(count("SELECT count(*) FROM pieces")).isEqualTo(1);
    assertThat(project.down(new Target.Nothing()).finished()).hasSize(1);
  }

  @Test
  void forgetsWhatWasBegunAndLeftNothingBehind() {
    three().file("004_wrong.sql", "-- Transaction: none\nINSERT INTO nowhere VALUES (1);");
    Outcome.Stopped stopped = (Outcome.Stopped) project.migrate();
    assertThat(stopped.partly()).isFalse();
    assertThat(project.down(new Target.Steps(1)).finished()).hasSize(1);
    project.delete("004_wrong.sql");
    assertThat(project.migrate().finished()).hasSize(1);
  }

  @Test
  void completesWhatIsHalfWayBeforeFilesThatWereAddedSince() {
    three()
        .file("005_pieces.sql", IN_PIECES + "INSERT INTO nowhere VALUES (1);")
        .file("005_pieces_rollback.sql", "DROP TABLE pieces;");
    assertThat(((Outcome.Stopped) project.migrate()).partly()).isTrue();
    Preview preview = project.migrator().preview(Direction.UP, new Target.Everything());
    assertThat(preview.plan().migrations().get(0).firstOrdinal()).isEqualTo(3);
    project
        .file("004_added.sql", "CREATE TABLE added (id INTEGER);")
        .file("004_added_rollback.sql", "DROP TABLE added;")
        .file("005_pieces.sql", IN_PIECES + "INSERT INTO pieces VALUES (2);");
    Outcome.Refused refused = (Outcome.Refused) project.migrate();
    assertThat(refused.problems())
        .extracting(Problem::code)
        .containsExactly(ErrorCode.MIGRATION_LATE);
    project.late = PlanOptions.Late.RUN;
    assertThat(project.migrate().finished()).hasSize(2);
    assertThat(project.applied("main")).containsExactly("001", "002", "003", "005", "004");
    assertThat(count("SELECT count(*) FROM pieces")).isEqualTo(2);
  }

  @Test
  void refusesToGoOnBehindAnEditOfWhatIsDone() {
    project.file("001_pieces.sql", IN_PIECES + "INSERT INTO nowhere VALUES (1);");
    project.migrate();
    project.file("001_pieces.sql", IN_PIECES.replace("VALUES (1)", "VALUES (7)") + "SELECT 1;");
    Outcome.Refused refused = (Outcome.Refused) project.migrate();
    assertThat(refused.problems().get(0).code()).isEqualTo(ErrorCode.HISTORY_CHANGED);
    assertThat(refused.problems().get(0).place().toString()).startsWith("001_pieces.sql:3");
    project.file("001_pieces.sql", IN_PIECES);
    assertThat(project.migrate().finished()).hasSize(1);
    assertThat(count("SELECT count(*) FROM pieces")).isEqualTo(1);
  }

  @Test
  void continuesARollbackThatStoppedHalfWay() {
    project
        .file("001_pieces.sql", IN_PIECES)
        .file(
            "001_pieces_rollback.sql",
            "-- Transaction: none\nDELETE FROM pieces;\nDELETE FROM nowhere;\nDROP TABLE pieces;")
        .file("002_more.sql", "CREATE TABLE more (id INTEGER);");
    project.up(new Target.Steps(1));
    Outcome.Stopped stopped = (Outcome.Stopped) project.down(new Target.Nothing());
    assertThat(stopped.resume()).contains("liftlock rollback");
    Outcome.Refused blocked = (Outcome.Refused) project.migrate();
    assertThat(blocked.problems())
        .extracting(Problem::code)
        .containsExactly(ErrorCode.MIGRATION_STOPPED);
    project.file(
        "001_pieces_rollback.sql", "-- Transaction: none\nDELETE FROM pieces;\nDROP TABLE pieces;");
    assertThat(project.down(new Target.Nothing()).finished()).hasSize(1);
    assertThat(project.applied("main")).isEmpty();
    assertThat(project.migrate().finished()).hasSize(2);
  }

  @Test
  void takesAStampForTheEndOfWhatIsHalfWay() {
    project.file("001_pieces.sql", IN_PIECES + "INSERT INTO nowhere VALUES (1);");
    project.migrate();
    new Stamper(project.databases(), project.set(), project.options(), project.timing(), any -> {})
        .stamp(new Target.Everything(), "completed by hand");
    assertThat(project.applied("main")).containsExactly("001");
    assertThat(new StatusReader(project.set()).read(project.databases()).get(0).stopped())
        .isEmpty();
    assertThat(project.migrate().finished()).isEmpty();
  }

  @Test
  void keepsNothingThatAVerificationChanges() {
    three()
        .file(
            "003_rows_verify.sql",
            "BEGIN;\nINSERT INTO users (id) VALUES (9);\nROLLBACK;\n"
                + "BEGIN;\nINSERT INTO users (id) VALUES (9);\nROLLBACK;\n")
        .file("004_pieces.sql", IN_PIECES)
        .file("004_pieces_verify.sql", "DELETE FROM pieces;")
        .file("005_more.sql", "INSERT INTO users (id) VALUES (5);")
        .file("005_more_verify.sql", "BEGIN;\nSELECT id FROM users WHERE id = 5;\nROLLBACK;");
    assertThat(project.migrate().finished()).hasSize(5);
    assertThat(count("SELECT count(*) FROM users")).isEqualTo(3);
    assertThat(count("SELECT count(*) FROM pieces")).isEqualTo(1);
    project
        .file("006_wrong.sql", "INSERT INTO users (id) VALUES (6);")
        .file("006_wrong_verify.sql", "BEGIN;\nSELECT id FROM nowhere;\nROLLBACK;");
    Outcome.Stopped stopped = (Outcome.Stopped) project.migrate();
    assertThat(stopped.problem().code()).isEqualTo(ErrorCode.VERIFY_FAILED);
    assertThat(stopped.problem().place().toString()).startsWith("006_wrong_verify.sql:2");
    assertThat(count("SELECT count(*) FROM users")).isEqualTo(3);
  }

  @Test
  void tellsOfVerificationsAndStatementsWhereAllShareOneTransaction() {
    three()
        .file("001_users_verify.sql", "SELECT id FROM users;")
        .file("003_rows_verify.sql", "SELECT * FROM absent;");
    project.grouping = Plan.Grouping.ALL;
    Outcome.Stopped stopped = (Outcome.Stopped) project.migrate();
    assertThat(stopped.problem().code()).isEqualTo(ErrorCode.VERIFY_FAILED);
    assertThat(stopped.at().migration().title()).isEqualTo("003_rows");
    assertThat(project.applied("main")).isEmpty();
    project.delete("003_rows_verify.sql").events.clear();
    assertThat(project.migrate().finished()).hasSize(3);
    assertThat(project.events)
        .filteredOn(Event.StepFinished.class::isInstance)
        .extracting(event -> ((Event.StepFinished) event).step().statement().text().substring(0, 6))
        .containsExactly("CREATE", "ALTER ", "INSERT", "INSERT");
  }

  @Test
  void showsEditsOfWrappedScriptsWithoutTheirBeginAndCommit() {
    String wrapped = "BEGIN;\nCREATE TABLE w (id INTEGER);\nINSERT INTO w VALUES (1);\nCOMMIT;";
    project.file("001_wrapped.sql", wrapped);
    project.migrate();
    project.file("001_wrapped.sql", wrapped.replace("(1)", "(2)"));
    Problem problem = ((Outcome.Refused) project.migrate()).problems().get(0);
    assertThat(problem.message()).contains("1 statement differs").doesNotContain("COMMIT");
    assertThat(problem.place().toString()).startsWith("001_wrapped.sql:3");
    project.file("001_wrapped.sql", wrapped.replace("BEGIN;", "").replace("COMMIT;", ""));
    problem = ((Outcome.Refused) project.migrate()).problems().get(0);
    assertThat(problem.message()).contains("BEGIN and COMMIT around them");
  }

  @Test
  void runsRepeatablesAgainBehindARollback() {
    project
        .file("V1__users.sql", "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);")
        .file("U1__users.sql", "DROP VIEW names;\nDROP TABLE users;")
        .file(
            "R__names.sql",
            "DROP VIEW IF EXISTS names;\nCREATE VIEW names AS SELECT name FROM users;");
    project.migrate();
    assertThat(project.down(new Target.Nothing()).finished()).hasSize(1);
    assertThat(project.migrate().finished()).hasSize(2);
    assertThat(count("SELECT count(*) FROM names")).isZero();
    assertThat(project.migrate().finished()).isEmpty();
  }

  private List<String> told() throws SQLException {
    List<String> told = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT what FROM told ORDER BY id")) {
      while (rows.next()) {
        told.add(rows.getString(1));
      }
    }
    return told;
  }

  long count(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** As psql or sqlite3 would. */
  abstract void runByHand(String script) throws SQLException;
}
