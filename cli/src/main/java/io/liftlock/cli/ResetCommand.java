package io.liftlock.cli;

import io.liftlock.core.report.Outcome;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.RunRequest;
import picocli.CommandLine.Command;

/** Drops and rebuilds. */
@Command(
    name = "reset",
    header = "Drop everything and migrate again; only where disposable: true.",
    description = {
      "Drops everything in the databases of an environment that is marked disposable, and migrates"
          + " again. Asks first. A database given with --url is never disposable."
    },
    footer = {"", "Example:", "  liftlock reset --env development --yes"})
final class ResetCommand implements Verb {

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.liftlock();
    liftlock.requireDisposable();
    invocation.confirm(
        "Drop everything in "
            + String.join(" and ", liftlock.names())
            + " of "
            + invocation.project().environment()
            + "?");
    try (Progress progress = Progress.on(invocation)) {
      liftlock.listen(progress);
      Outcome outcome = liftlock.reset(RunRequest.up());
      return RunReport.of(liftlock.names(), "applied", outcome).warned(progress.warnings());
    }
  }
}
