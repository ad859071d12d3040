package io.liftlock.cli;

import io.liftlock.core.error.Problem;
import io.liftlock.core.report.Outcome;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.RunPreview;
import io.liftlock.runtime.RunRequest;
import io.liftlock.runtime.render.Documents;
import io.liftlock.runtime.render.PlanFile;
import io.liftlock.runtime.render.StandstillDocument;
import java.nio.file.Path;
import java.util.List;

/** Does what migrate and rollback have in common: show, store or run a plan. */
final class Runs {

  private Runs() {}

  static Answer run(
      Invocation invocation,
      Liftlock liftlock,
      RunRequest request,
      RunOptions options,
      String word) {
    Path planOut = options.planOut;
    if (options.dryRun || planOut != null) {
      RunPreview preview = liftlock.preview(request);
      List<Problem> errors = preview.errors();
      if (planOut != null && errors.isEmpty()) {
        PlanFile.write(invocation.directory().resolve(planOut), preview.stored(), preview.plan());
      }
      return Answer.of(
              terminal -> {
                if (errors.isEmpty()) {
                  PlanText.print(terminal, preview);
                  if (planOut != null) {
                    terminal.note("the plan is in " + planOut + "; run it with --plan");
                  }
                }
              },
              () -> StandstillDocument.add(Documents.plan(preview.plan()), preview.standstills()))
          .exit(errors.isEmpty() ? 0 : errors.get(0).code().kind().exitCode())
          .problems(preview.problems());
    }
    try (Progress progress = Progress.on(invocation)) {
      liftlock.listen(progress);
      Path plan = options.plan;
      Outcome outcome =
          plan == null
              ? liftlock.run(request)
              : liftlock.run(PlanFile.read(invocation.directory().resolve(plan)), request);
      Answer answer = RunReport.of(liftlock.names(), word, outcome).warned(progress.warnings());
      Path writeEnv = options.writeEnv;
      if (writeEnv != null && answer.exit() == 0) {
        liftlock.writeVersion(invocation.directory().resolve(writeEnv));
      }
      return answer;
    }
  }
}
