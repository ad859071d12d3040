package io.liftlock.engine.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.Header;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationGraph;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.migration.Target;
import io.liftlock.core.plan.Execution;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlanDigest;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Plans, standings and stored plans, from literals. */
class PlannerTest {

  private final List<Migration> files = new ArrayList<>();
  private final Map<String, History> histories = new LinkedHashMap<>();
  private final List<ResumePoint> resume = new ArrayList<>();
  private Plan.Grouping grouping = Plan.Grouping.EACH;
  private PlanOptions.Late late = PlanOptions.Late.REFUSE;
  private List<Problem> problems = List.of();

  PlannerTest() {
    histories.put("main", History.EMPTY);
  }

  private static Script script(String file, String sql) {
    return new ScriptReader().read(file, sql, Dialect.POSTGRES);
  }

  private void file(String database, String id, Migration.Kind kind, Header header, String sql) {
    String file = id + ".sql";
    files.add(
        new Migration(
            MigrationId.parse(id),
            "",
            kind,
            database,
            Migration.Lineage.SEQUENCE,
            List.of(),
            header,
            file,
            script(file, sql),
            id.endsWith("9")
                ? Optional.empty()
                : Optional.of(script("down", "SELECT '-" + id + "'")),
            Optional.empty()));
  }

  private void files(String... ids) {
    for (String id : ids) {
      file("main", id, Migration.Kind.VERSIONED, Header.EMPTY, "SELECT '" + id + "';");
    }
  }

  private void applied(String database, String... ids) {
    for (String id : ids) {
      did(database, id, Direction.UP);
    }
  }

  private void did(String database, String id, Direction direction) {
    History before = histories.getOrDefault(database, History.EMPTY);
    histories.put(
        database,
        before.plus(
            new HistoryEntry(
                id,
                "",
                Instant.EPOCH,
                files.stream()
                    .filter(file -> file.id().equals(MigrationId.parse(id)))
                    .map(file -> file.up().checksum())
                    .findFirst()
                    .orElse(null),
                before.tip(),
                direction,
                EntryState.DONE,
                1,
                0,
                "somebody",
                "test",
                null,
                null,
                "batch")));
  }

  private MigrationSet set() {
    Problems wrong = new Problems();
    MigrationGraph graph = MigrationGraph.of(files, wrong);
    wrong.throwIfErrors();
    return new MigrationSet("numbered", graph, List.of(), List.of());
  }

  private Plan plan(Direction direction, Target target) {
    Problems found = new Problems();
    Plan plan =
        new Planner(
                set(),
                new PlanOptions(
                    grouping, late, PlanOptions.DEFAULT_TIMEOUTS, Map.of("work_mem", "8MB")))
            .plan(direction, target, histories, resume, found);
    problems = found.all();
    return plan;
  }

  /** {@code database id} of everything that would run. */
  private List<String> runs(Direction direction, Target target) {
    return plan(direction, target).migrations().stream()
        .map(planned -> planned.database() + " " + planned.migration().id())
        .toList();
  }

  private List<String> up(Target target) {
    return runs(Direction.UP, target);
  }

  private List<String> down(Target target) {
    return runs(Direction.DOWN, target);
  }

  private static Target id(String id) {
    return new Target.Id(MigrationId.parse(id));
  }

  /** {@code CODE place} of everything that was said. */
  private List<String> told() {
    return problems.stream()
        .map(problem -> problem.code() + (problem.place() == null ? "" : " " + problem.place()))
        .toList();
  }

  @Test
  void goesUpToEachTarget() {
    files("001", "002", "003", "004");
    applied("main", "001");
    assertThat(up(new Target.Everything())).containsExactly("main 002", "main 003", "main 004");
    assertThat(up(id("003"))).containsExactly("main 002", "main 003");
    assertThat(up(id("001"))).isEmpty();
    assertThat(up(new Target.Steps(1))).containsExactly("main 002");
    assertThat(up(new Target.Steps(9))).hasSize(3);
    assertThat(up(new Target.Nothing())).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void goesDownToEachTarget() {
    files("001", "002", "003", "004");
    applied("main", "001", "002", "003");
    assertThat(down(new Target.Nothing())).containsExactly("main 003", "main 002", "main 001");
    assertThat(down(id("001"))).containsExactly("main 003", "main 002");
    assertThat(down(id("003"))).isEmpty();
    assertThat(down(new Target.Steps(2))).containsExactly("main 003", "main 002");
    assertThat(problems).isEmpty();
  }

  @Test
  void takesOffInTheReverseOfTheOrderThatWasApplied() {
    files("001", "002", "003");
    applied("main", "001", "003", "002");
    assertThat(down(new Target.Steps(2))).containsExactly("main 002", "main 003");
  }

  @Test
  void followsOneSequenceOverSeveralDatabases() {
    histories.put("trades", History.EMPTY);
    files("001");
    file("trades", "002", Migration.Kind.VERSIONED, Header.EMPTY, "SELECT 2;");
    files("003");
    file("trades", "004", Migration.Kind.VERSIONED, Header.EMPTY, "SELECT 4;");
    assertThat(up(new Target.Everything()))
        .containsExactly("main 001", "trades 002", "main 003", "trades 004");
    assertThat(up(new Target.Steps(2))).containsExactly("main 001", "trades 002");
    applied("main", "001", "003");
    applied("trades", "002", "004");
    assertThat(down(new Target.Steps(3))).containsExactly("trades 004", "main 003", "trades 002");
    assertThat(plan(Direction.UP, new Target.Everything()).fingerprints().keySet())
        .containsExactly("main", "trades");
  }

  @Test
  void namesLateFilesOrRunsThem() {
    files("001", "002", "003");
    applied("main", "001", "003");
    up(new Target.Everything());
    assertThat(told()).containsExactly("MIGRATION_LATE 002.sql");
    late = PlanOptions.Late.RUN;
    assertThat(up(new Target.Everything())).containsExactly("main 002");
    assertThat(told()).isEmpty();
  }

  @Test
  void tellsOfAppliedMigrationsWithoutAFileAndGoesOn() {
    files("001", "003");
    applied("main", "001", "002");
    assertThat(up(new Target.Everything())).containsExactly("main 003");
    assertThat(told()).containsExactly("MIGRATION_MISSING");
    assertThat(problems).noneMatch(Problem::isError);
    assertThat(down(new Target.Steps(1))).isEmpty();
    assertThat(told()).containsExactly("ROLLBACK_MISSING");
  }

  @Test
  void namesEveryMigrationThatCannotBeTakenBack() {
    files("007", "008", "009", "019");
    applied("main", "007", "008", "009", "019");
    down(new Target.Nothing());
    assertThat(told()).containsExactly("ROLLBACK_MISSING 019.sql", "ROLLBACK_MISSING 009.sql");
  }

  @Test
  void goesOnWhereARunStopped() {
    files("001", "002");
    resume.add(new ResumePoint("main", MigrationId.parse("002"), Direction.UP, 3, "first-run"));
    late = PlanOptions.Late.RUN;
    PlannedMigration first = plan(Direction.UP, new Target.Everything()).migrations().get(0);
    assertThat(first.migration().id().toString()).isEqualTo("002");
    assertThat(first.firstOrdinal()).isEqualTo(3);
    assertThat(first.resumed()).isEqualTo("first-run");
    assertThat(first.execution()).isEqualTo(Execution.SEGMENTS);
    assertThat(told()).isEmpty();
  }

  @Test
  void doesNothingElseBeforeWhatIsHalfWay() {
    files("001", "002");
    applied("main", "001");
    resume.add(new ResumePoint("main", MigrationId.parse("002"), Direction.UP, 3, "first-run"));
    down(new Target.Nothing());
    assertThat(told()).containsExactly("MIGRATION_STOPPED");
    up(new Target.Nothing());
    assertThat(told()).containsExactly("MIGRATION_STOPPED");
    resume.set(0, new ResumePoint("main", MigrationId.parse("002"), Direction.UP, 1, "first-run"));
    assertThat(down(new Target.Nothing())).containsExactly("main 001");
    assertThat(told()).isEmpty();
  }

  @Test
  void refusesInOneTransactionWhatCannotShareIt() {
    grouping = Plan.Grouping.ALL;
    files("001");
    file("main", "002", Migration.Kind.VERSIONED, Header.EMPTY, "SELECT 1;\nVACUUM;");
    file("main", "003", Migration.Kind.VERSIONED, Header.EMPTY, "\nBEGIN; COMMIT;");
    file("main", "004", Migration.Kind.VERSIONED, Header.EMPTY.withoutTransaction(), "SELECT 1;");
    file("main", "005", Migration.Kind.VERSIONED, timeout(Duration.ofSeconds(9)), "SELECT 1;");
    up(new Target.Everything());
    assertThat(told())
        .containsExactly(
            "TRANSACTION_IMPOSSIBLE 002.sql:2:1",
            "TRANSACTION_IMPOSSIBLE 003.sql:2:1",
            "TRANSACTION_IMPOSSIBLE 004.sql",
            "TRANSACTION_IMPOSSIBLE 005.sql");
    grouping = Plan.Grouping.EACH;
    up(new Target.Everything());
    assertThat(told()).isEmpty();
  }

  @Test
  void refusesChainedTransactions() {
    file("main", "001", Migration.Kind.VERSIONED, Header.EMPTY, "BEGIN;\nCOMMIT AND CHAIN;\nEND;");
    up(new Target.Everything());
    assertThat(told()).containsExactly("TRANSACTION_IMPOSSIBLE 001.sql:2:1");
  }

  private static Header timeout(Duration lock) {
    return new Header(Map.of(), Optional.empty(), Map.of(), null, List.of(), true, lock, null);
  }

  @Test
  void headersComeBeforeTheEnvironment() {
    file("main", "001", Migration.Kind.VERSIONED, timeout(Duration.ofSeconds(9)), "SELECT 1;");
    PlannedMigration planned = plan(Direction.UP, new Target.Everything()).migrations().get(0);
    assertThat(planned.timeouts().lock()).isEqualTo(Duration.ofSeconds(9));
    assertThat(planned.timeouts().statement()).isZero();
    assertThat(planned.settings()).containsEntry("work_mem", "8MB");
  }

  // Standing

  @Test
  void tellsWhereADatabaseStands() {
    files("001", "002", "003", "004");
    file("main", "R", Migration.Kind.REPEATABLE, Header.EMPTY, "SELECT 'r';");
    applied("main", "001", "003", "R", "005");
    Standing standing = Standing.of("main", set().graph(), histories.get("main"));
    assertThat(standing.heads()).containsExactly(MigrationId.parse("003"));
    assertThat(standing.applied()).hasSize(2);
    assertThat(standing.pending())
        .extracting(file -> file.id().toString())
        .containsExactly("002", "004");
    assertThat(standing.late()).extracting(file -> file.id().toString()).containsExactly("002");
    assertThat(standing.edited()).isEmpty();
    assertThat(standing.missing()).hasSize(1);
    did("main", "003", Direction.DOWN);
    standing = Standing.of("main", set().graph(), histories.get("main"));
    assertThat(standing.pending())
        .extracting(file -> file.id().toString())
        .containsExactly("002", "003", "004", "R");
  }

  // Stored plans

  private PlanDigest digest(String schema) {
    return PlanDigest.of(plan(Direction.UP, new Target.Everything()), Map.of("main", schema));
  }

  private static String moved(PlanDigest stored, PlanDigest now) {
    return PlanComparison.moved(stored, now)
        .map(
            problem -> {
              assertThat(problem.code()).isEqualTo(ErrorCode.PLAN_OUTDATED);
              return problem.message();
            })
        .orElse("");
  }

  @Test
  void tellsHowTheWorldHasMoved() {
    files("001", "002");
    PlanDigest stored = digest("a");
    assertThat(moved(stored, digest("a"))).isEmpty();
    assertThat(moved(stored, digest("b"))).contains("schema of database main");
    grouping = Plan.Grouping.ALL;
    assertThat(moved(stored, digest("a"))).contains("--transaction");
    grouping = Plan.Grouping.EACH;
    files("003");
    assertThat(moved(stored, digest("a"))).contains("migration 003");
    files.remove(2);
    files.remove(1);
    file("main", "002", Migration.Kind.VERSIONED, Header.EMPTY, "SELECT 'edited';");
    assertThat(moved(stored, digest("a"))).contains("migration 002");
    applied("main", "001");
    assertThat(moved(stored, digest("a"))).contains("history of database main");
    histories.put("other", History.EMPTY);
    assertThat(moved(stored, digest("a"))).contains("other databases");
  }
}
