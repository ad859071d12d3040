package io.liftlock.cli;

import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Target;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.Overrides;
import io.liftlock.runtime.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes migrations back. */
@Command(
    name = "rollback",
    header = "Take migrations back, the last one or down to a target.",
    description = {
      "Runs the rollback of each migration, newest first. The target stays applied; base takes"
          + " everything back. A migration without a rollback stops the plan before anything is"
          + " changed."
    },
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  liftlock rollback                    the last one",
      "  liftlock rollback --to 012           012 stays",
      "  liftlock downgrade -2                the last two",
      "  liftlock rollback base               all of them",
    })
final class RollbackCommand implements Verb {

  @Mixin TargetOptions target = new TargetOptions();

  @Mixin RunOptions options = new RunOptions();

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.liftlock();
    RunRequest request =
        options.request(
            Direction.DOWN,
            target.target(liftlock, new Target.Steps(1)),
            RunRequest.Late.REFUSE,
            Overrides.NONE);
    return Runs.run(invocation, liftlock, request, options, "reverted");
  }
}
