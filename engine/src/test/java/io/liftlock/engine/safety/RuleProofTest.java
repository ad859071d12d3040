package io.liftlock.engine.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Facts;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.LockProbe;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.plan.ExecutionChoice;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.report.LintReport;
import io.liftlock.core.report.ObservedLock;
import io.liftlock.core.report.StatementTrace;
import io.liftlock.core.report.TracedStatement;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.Statement;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.postgres.PostgresDriver;
import io.liftlock.testkit.ScratchDatabase;
import io.liftlock.testkit.ScratchServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the forecast says of the migration of each case is what a real server does: the same locks
 * on relations that were there before, the same scans and rewrites, the same failure.
 */
class RuleProofTest {

  private static final int NEWEST = 18;

  private final Map<Integer, Stage> stages = new HashMap<>();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> forecastAndTraceAgree() {
    return tests(List.of(Integer.getInteger("liftlock.test.major", NEWEST)));
  }

  @TestFactory
  @Tag("majors")
  Stream<DynamicTest> forecastAndTraceAgreeOnEveryMajor() {
    return tests(List.of(14, 15, 16, 17));
  }

  private Stream<DynamicTest> tests(List<Integer> majors) {
    String only = System.getProperty("rule", "");
    return Stream.of("rules", "forecast")
        .flatMap(part -> RuleCases.in(part).stream())
        .filter(each -> each.dialect() == Dialect.POSTGRES && each.untraced().isEmpty())
        .filter(each -> only.isEmpty() || List.of(only.split(",")).contains(each.rule()))
        .flatMap(each -> majors.stream().filter(each.majors()::contains).map(m -> test(each, m)));
  }

  private DynamicTest test(RuleCase each, int major) {
    return DynamicTest.dynamicTest(each + " on " + major, () -> prove(each, major));
  }

  private void prove(RuleCase each, int major) throws IOException {
    List<LintedScript> scripts = CaseScripts.of(each, Files.createTempDirectory(folder, "case"));
    LintReport lint =
        new Linter(Parsers.of(Dialect.POSTGRES), Map.of(), major, Facts.unknown())
            .lint(scripts, Outline.empty(Dialect.POSTGRES));
    List<TracedStatement> traced = trace(scripts, lint, major);
    String both = bothSides(each, major, traced);
    assertThat(traced.stream().flatMap(one -> one.surprises().stream())).as(both).isEmpty();
    each.expectation()
        .ifPresent(
            expected ->
                assertThat(parts(summary(traced)))
                    .as(both)
                    .containsExactlyInAnyOrderElementsOf(parts(expected)));
  }

  private static List<String> parts(String text) {
    return Stream.of(text.split(";")).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  private List<TracedStatement> trace(List<LintedScript> scripts, LintReport lint, int major) {
    Stage stage = stages.computeIfAbsent(major, Stage::new);
    boolean usable = false;
    try {
      List<TracedStatement> traced = stage.trace(scripts, lint);
      stage.clear();
      usable = true;
      return traced;
    } finally {
      if (!usable) {
        stages.remove(major);
        stage.close();
      }
    }
  }

  /** A database that one case after the other is played in; emptied, since that is quicker. */
  private static final class Stage implements AutoCloseable {

    private final ScratchDatabase database;
    private final Database scratch;
    private final LockProbe probe;

    Stage(int major) {
      database = ScratchServer.of(major).freshDatabase();
      scratch = open(database);
      probe = scratch.lockProbe().orElseThrow();
    }

    List<TracedStatement> trace(List<LintedScript> scripts, LintReport lint) {
      List<PlannedMigration> migrations = new ArrayList<>();
      for (LintedScript script : scripts) {
        if (script.asked()) {
          migrations.add(planned(script.migration().orElseThrow()));
        } else {
          run(scratch, script.script());
        }
      }
      return new LockTrace(scratch, probe, lint)
          .trace(new Plan(migrations, Plan.Grouping.EACH, List.of(), Map.of(), List.of()));
    }

    void clear() {
      scratch.session().endScript();
      run(
          scratch,
          new ScriptReader()
              .read("clear", "RESET ROLE; RESET ALL; DISCARD TEMP;", Dialect.POSTGRES));
      scratch.wipe();
    }

    @Override
    public void close() {
      probe.close();
      scratch.close();
      database.drop();
    }
  }

  @AfterEach
  void close() {
    stages.values().forEach(Stage::close);
    stages.clear();
  }

  private static Database open(ScratchDatabase database) {
    RunnerIdentity runner = new RunnerIdentity("tester", "here", 1, Instant.EPOCH, "test");
    return new PostgresDriver()
        .open(database.url(), new OpenOptions("main", HistoryTable.DEFAULT, runner));
  }

  private static PlannedMigration planned(Migration migration) {
    return new PlannedMigration(
        migration,
        Direction.UP,
        ExecutionChoice.of(migration.up(), migration.header().transactional()).execution(),
        Optional.of(migration.up()),
        Map.of(),
        Timeouts.NONE,
        1,
        null,
        null,
        Map.of());
  }

  private static void run(Database scratch, Script script) {
    int ordinal = 1;
    for (Statement statement : script) {
      try {
        scratch.session().run(new Step(ordinal++, statement, Placement.OUTSIDE, Timeouts.NONE));
      } catch (StatementFailure failure) {
        throw new AssertionError("the set-up: " + failure.problem().render(), failure);
      }
    }
  }

  /** All of a migration: {@code users AccessExclusiveLock; scans users; fails 23502}. */
  private static String summary(List<TracedStatement> traced) {
    Map<RelationName, LockMode> locks = new TreeMap<>();
    SortedSet<RelationName> scanned = new TreeSet<>();
    SortedSet<RelationName> rewritten = new TreeSet<>();
    List<String> failures = new ArrayList<>();
    for (TracedStatement one : traced) {
      StatementTrace trace = one.trace();
      trace.sqlState().ifPresent(failures::add);
      if (trace.failure().isPresent()) {
        // What it had locked by then is seen only where it was watched.
        continue;
      }
      for (ObservedLock lock : trace.locks()) {
        locks.merge(lock.relation(), lock.mode(), LockMode::or);
      }
      scanned.addAll(trace.scanned());
      rewritten.addAll(trace.rewritten());
    }
    return text(locks, scanned, rewritten, failures);
  }

  private static String bothSides(RuleCase each, int major, List<TracedStatement> traced) {
    StringBuilder text = new StringBuilder(each + " on PostgreSQL " + major + "\n");
    for (TracedStatement one : traced) {
      StatementTrace trace = one.trace();
      Map<RelationName, LockMode> seen = new TreeMap<>();
      trace.locks().forEach(lock -> seen.merge(lock.relation(), lock.mode(), LockMode::or));
      text.append("\n  ").append(trace.statement());
      text.append("\n    forecast: ").append(one.forecast().map(RuleProofTest::text).orElse("-"));
      text.append("\n    trace:    ")
          .append(
              text(seen, trace.scanned(), trace.rewritten(), trace.sqlState().stream().toList()));
      trace.failure().ifPresent(problem -> text.append("\n    ").append(problem.message()));
      one.surprises().forEach(surprise -> text.append("\n    ! ").append(surprise));
    }
    return text.append('\n').toString();
  }

  private static String text(Forecast forecast) {
    Map<RelationName, LockMode> locks =
        forecast.locks().stream()
            .collect(
                Collectors.toMap(
                    ExpectedLock::relation, ExpectedLock::mode, LockMode::or, TreeMap::new));
    String known =
        text(
            locks,
            forecast.scanned(),
            forecast.rewritten(),
            forecast.failure().map(Forecast.Failure::sqlState).stream().toList());
    return forecast.unknown().isEmpty() ? known : known + " (unknown: " + forecast.unknown() + ")";
  }

  private static String text(
      Map<RelationName, LockMode> locks,
      Collection<RelationName> scanned,
      Collection<RelationName> rewritten,
      List<String> failures) {
    List<String> parts = new ArrayList<>();
    locks.forEach((name, mode) -> parts.add(shown(name) + " " + mode.word()));
    scanned.forEach(name -> parts.add("scans " + shown(name)));
    rewritten.forEach(name -> parts.add("rewrites " + shown(name)));
    failures.forEach(state -> parts.add("fails " + state));
    return String.join("; ", parts);
  }

  private static String shown(RelationName name) {
    return "public".equals(name.schema()) ? RelationName.quoted(name.name()) : name.toString();
  }
}
