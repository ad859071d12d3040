package io.liftlock.runtime;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Facts;
import io.liftlock.core.database.SqlParser;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.MaintenanceWindow;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.report.Finding;
import io.liftlock.core.report.Fix;
import io.liftlock.core.report.LintReport;
import io.liftlock.core.report.NotAnalysed;
import io.liftlock.core.report.Severity;
import io.liftlock.core.report.Standstill;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.Statement;
import io.liftlock.engine.migrate.Reviewed;
import io.liftlock.engine.safety.ExpressionReader;
import io.liftlock.engine.safety.LintedScript;
import io.liftlock.engine.safety.Linter;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Standstills;
import io.liftlock.engine.safety.outline.Outline;
import io.liftlock.engine.safety.policy.LintPolicy;
import io.liftlock.engine.safety.policy.LintSettings;
import io.liftlock.engine.safety.policy.Suppressions;
import io.liftlock.runtime.config.Policy;
import io.liftlock.runtime.observe.Narrator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks at what is about to run: which locks each statement takes, what linting finds and the
 * policy makes of it, how long the application waits, and whether the maintenance window is open.
 * Rollbacks are never refused: who goes back has no time to argue.
 */
final class PlanSafety {

  private final OpenProject open;
  private final RunRequest request;
  private final Policy policy;
  private final Problems problems = new Problems();
  private final Map<String, List<Standstill>> standstills = new LinkedHashMap<>();

  PlanSafety(OpenProject open, RunRequest request) {
    this.open = open;
    this.request = request;
    this.policy = open.project().policy();
  }

  Reviewed review(Plan plan) {
    if (refusesToSkip()) {
      problems.add(
          Problem.error(
                  ErrorCode.LINT_REFUSED,
                  open.project().environment()
                      + " refuses what linting finds, so it is not skipped without a reason")
              .action("give the reason:  --lint-override \"because …\""));
      return new Reviewed(plan, problems.all(), Map.of());
    }
    Map<PlannedMigration, PlannedMigration> known = new LinkedHashMap<>();
    plan.migrations().forEach(planned -> known.put(planned, planned));
    open.databases().forEach((name, database) -> look(name, database, plan.on(name), known));
    request
        .overrides()
        .reason()
        .ifPresent(
            reason ->
                problems.add(
                    Problem.warning(
                        ErrorCode.LINT_FOUND,
                        "the policy of " + open.project().environment() + ": " + reason)));
    return new Reviewed(
        new Plan(
            List.copyOf(known.values()),
            plan.grouping(),
            plan.callbacks(),
            plan.fingerprints(),
            plan.warnings()),
        problems.all(),
        standstills);
  }

  private boolean refusesToSkip() {
    return request.direction() == Direction.UP
        && request.overrides().lint() == Overrides.Lint.SKIPPED
        && policy.lint().refuses();
  }

  private void look(
      String name,
      Database database,
      List<PlannedMigration> all,
      Map<PlannedMigration, PlannedMigration> known) {
    // A script that is cut again at each walk is data; its statements are not looked into.
    List<PlannedMigration> planned =
        all.stream().filter(each -> each.script().filter(Script::isHeld).isPresent()).toList();
    if (planned.isEmpty()) {
      return;
    }
    LintSettings settings = open.project().lint();
    Map<Rule, Severity> rules = rules(settings);
    SqlParser parser =
        ReadAhead.of(
            () -> Connections.parser(database.dialect()),
            planned.stream().flatMap(each -> each.script().stream()).toList());
    Facts facts = database.facts().read();
    Outline before =
        Outline.of(
            database.inspector().inspect(), new ExpressionReader(parser, database.dialect()));
    LintReport report =
        new Linter(parser, rules, database.server().major(), facts)
            .lintOneRun(planned.stream().map(PlanSafety::linted).toList(), before);
    if (!rules.isEmpty()) {
      settings.check(problems);
      findings(planned, report, settings);
    }
    Standstills sums = new Standstills(report, facts, before);
    List<Standstill> waiting = new ArrayList<>();
    for (PlannedMigration each : planned) {
      known.put(each, each.withLocks(locks(each, report)).because(request.overrides().reason()));
      sums.of(each).ifPresent(waiting::add);
    }
    standstills.put(name, waiting);
    if (request.direction() == Direction.UP) {
      waiting.forEach(this::window);
    }
  }

  private Map<Rule, Severity> rules(LintSettings settings) {
    boolean skipped = request.overrides().lint() == Overrides.Lint.SKIPPED;
    if (request.direction() != Direction.UP || skipped || policy.lint().isOff()) {
      return Map.of();
    }
    Map<Rule, Severity> rules = new LinkedHashMap<>(settings.asked());
    rules.values().removeIf(severity -> policy.lint().of(severity) == LintPolicy.Action.OFF);
    return rules;
  }

  private static LintedScript linted(PlannedMigration planned) {
    return new LintedScript(
        planned.script().orElseThrow(),
        planned.direction() == Direction.UP ? Optional.of(planned.migration()) : Optional.empty(),
        planned.migration().header().transactional(),
        true,
        false);
  }

  private static Map<Integer, List<ExpectedLock>> locks(
      PlannedMigration planned, LintReport report) {
    Map<Integer, List<ExpectedLock>> locks = new LinkedHashMap<>();
    int ordinal = 0;
    for (Statement statement : planned.script().orElseThrow()) {
      ordinal++;
      int at = ordinal;
      report
          .forecast(statement)
          .filter(forecast -> !forecast.locks().isEmpty())
          .ifPresent(forecast -> locks.put(at, forecast.locks()));
    }
    return locks;
  }

  private void findings(List<PlannedMigration> planned, LintReport report, LintSettings settings) {
    Suppressions suppressions = new Suppressions(settings.ignores());
    Problems comments = new Problems();
    planned.forEach(each -> suppressions.read(each.script().orElseThrow(), comments));
    // A comment that cannot be followed suppresses nothing; what it meant to is then told.
    comments.all().forEach(problem -> problems.add(asWarning(problem)));
    for (Finding finding : suppressions.mark(report.findings())) {
      if (finding.suppressed().isEmpty()) {
        boolean stops =
            policy.lint().of(finding.severity()) == LintPolicy.Action.REFUSE
                && request.overrides().lintBecause().isEmpty();
        problems.add(stops ? refused(finding) : found(finding));
      }
    }
    suppressions.uselessInFiles().forEach(problems::add);
    notAnalysed(report.notAnalysed());
  }

  private static Problem asWarning(Problem problem) {
    return Problem.warning(problem.code(), problem.message())
        .at(problem.place())
        .action(problem.action());
  }

  private static Problem refused(Finding finding) {
    boolean written = finding.fix().filter(fix -> fix.kind() == Fix.Kind.REWRITE).isPresent();
    return Problem.error(ErrorCode.LINT_REFUSED, finding.rule() + ": " + finding.message())
        .at(finding.place())
        .action(
            written
                ? "liftlock fix " + finding.place().file()
                : "liftlock lint --explain " + finding.rule());
  }

  private static Problem found(Finding finding) {
    return Problem.warning(ErrorCode.LINT_FOUND, finding.rule() + ": " + finding.message())
        .at(finding.place())
        .action("liftlock lint --explain " + finding.rule());
  }

  /** Told once, however many there are: each of them has its line in {@code lint}. */
  private void notAnalysed(List<NotAnalysed> missed) {
    if (!missed.isEmpty()) {
      problems.add(
          Problem.warning(
                  ErrorCode.LINT_FOUND,
                  missed.size() == 1
                      ? "a statement could not be looked into: " + missed.get(0).why()
                      : missed.size()
                          + " statements could not be looked into, the first because of this: "
                          + missed.get(0).why())
              .at(missed.get(0).place())
              .action("liftlock lint --pending  lists each of them"));
    }
  }

  /** What keeps others waiting for long runs when that is allowed, or with a reason. */
  private void window(Standstill standstill) {
    List<MaintenanceWindow> windows = policy.windows();
    Instant now = open.timing().now();
    if (windows.isEmpty()
        || !standstill.exceeds(policy.longestBlock())
        || windows.stream().anyMatch(window -> window.isOpen(now))
        || request.overrides().windowBecause().isPresent()) {
      return;
    }
    Duration next =
        windows.stream()
            .map(window -> window.untilOpen(now))
            .min(Duration::compareTo)
            .orElseThrow();
    problems.add(
        Problem.error(
                ErrorCode.WINDOW_CLOSED,
                "%s, and %s allows that only %s, which begins in %s"
                    .formatted(
                        Narrator.standstill(standstill),
                        open.project().environment(),
                        windows.stream()
                            .map(MaintenanceWindow::toString)
                            .collect(Collectors.joining("; ")),
                        length(next)))
            .at(standstill.place())
            .action(
                "run it then, make it safe with  liftlock fix,  or say why now:"
                    + "  --outside-window \"because …\""));
  }

  private static String length(Duration duration) {
    long hours = duration.toHours();
    return hours >= 48
        ? hours / 24 + " days"
        : hours > 0
            ? hours + " h " + duration.toMinutesPart() + " min"
            : duration.toMinutes() + " min";
  }
}
