package io.liftlock.engine.deploy;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.Facts;
import io.liftlock.core.database.LockProbe;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.report.LintReport;
import io.liftlock.core.report.LoadTrace;
import io.liftlock.core.report.TraceCopy;
import io.liftlock.core.report.TraceReport;
import io.liftlock.core.report.TracedStatement;
import io.liftlock.core.schema.Schema;
import io.liftlock.engine.run.Timing;
import io.liftlock.engine.safety.ExpressionReader;
import io.liftlock.engine.safety.LintedScript;
import io.liftlock.engine.safety.Linter;
import io.liftlock.engine.safety.LockTrace;
import io.liftlock.engine.safety.outline.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs migrations on a copy of a database and sees what each statement locks, reads through and
 * writes anew, and how long others would wait for it.
 */
public final class TraceRun {

  private final TraceRequest request;
  private final Timing timing;

  /**
   * @param request what is traced, and where
   * @param timing time and chance
   */
  public TraceRun(TraceRequest request, Timing timing) {
    this.request = request;
    this.timing = timing;
  }

  /**
   * Traces.
   *
   * @throws io.liftlock.core.error.LiftlockException where the copy cannot be made
   */
  public TraceReport trace() {
    Database scratch = request.scratch();
    LockProbe probe = scratch.lockProbe().orElseThrow(this::nothingToSee);
    try (probe) {
      TraceCopy copy =
          new ScratchCopy(request.source(), scratch, request.renderer(), timing)
              .make(request.rows(), request.where());
      LintReport expected = expected(scratch.inspector().inspect());
      List<LoadTrace> load = new ArrayList<>();
      List<TracedStatement> statements = traced(probe, expected, load);
      return new TraceReport(
          request.source().name(),
          scratch.server().product() + " " + scratch.server().version(),
          copy,
          statements,
          load,
          request.budget().toMillis(),
          notices(statements, load));
    }
  }

  private List<TracedStatement> traced(
      LockProbe probe, LintReport expected, List<LoadTrace> fared) {
    LockTrace trace = new LockTrace(request.scratch(), probe, expected);
    if (request.load().isEmpty()) {
      return trace.trace(request.plan());
    }
    try (Load load = new Load(probe, request.load().get(), request.sessions())) {
      List<TracedStatement> statements = trace.trace(request.plan());
      fared.addAll(load.end());
      return statements;
    }
  }

  private UserError nothingToSee() {
    return new UserError(
        Problem.error(
                ErrorCode.USAGE,
                "%s is a SQLite file: a writer locks all of it, whatever it does"
                    .formatted(request.source().name()))
            .action("lint  says what a migration of it reads through and writes anew"));
  }

  private LintReport expected(Schema schema) {
    List<LintedScript> scripts = new ArrayList<>();
    for (PlannedMigration planned : request.plan().migrations()) {
      planned
          .script()
          .ifPresent(
              script ->
                  scripts.add(
                      LintedScript.of(planned.migration(), true)
                          .with(script, planned.migration().header().transactional())));
    }
    return new Linter(
            request.parser(), Map.of(), request.scratch().server().major(), Facts.unknown())
        .lint(
            scripts,
            Outline.of(
                schema, new ExpressionReader(request.parser(), request.scratch().dialect())));
  }

  private static List<Problem> notices(List<TracedStatement> statements, List<LoadTrace> load) {
    List<Problem> notices = new ArrayList<>();
    for (TracedStatement statement : statements) {
      for (String surprise : statement.surprises()) {
        notices.add(Problem.warning(ErrorCode.TRACE_FOUND, surprise).at(statement.trace().place()));
      }
    }
    for (LoadTrace each : load) {
      each.failure()
          .ifPresent(
              problem ->
                  notices.add(
                      Problem.warning(
                              ErrorCode.TRACE_FOUND,
                              "a statement of the load failed %d times, first with: %s"
                                  .formatted(each.failures(), problem.message()))
                          .at(each.place())));
    }
    return notices;
  }
}
