package io.liftlock.cli;

import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Target;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Applies what is pending. */
@Command(
    name = "migrate",
    header = "Apply pending migrations, all or up to a target.",
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  liftlock migrate                     everything that is pending",
      "  liftlock migrate --to 007            up to and with 007",
      "  liftlock upgrade +1                  the next one",
      "  liftlock migrate --dry-run           show the plan only",
      "  liftlock migrate --plan-out plan.json && liftlock migrate --plan plan.json",
    })
final class MigrateCommand implements Verb {

  @Mixin TargetOptions target = new TargetOptions();

  @Mixin RunOptions options = new RunOptions();

  @Mixin OverrideOptions overrides = new OverrideOptions();

  @Option(
      names = "--out-of-order",
      description = "Also run migrations that are older than applied ones.")
  boolean outOfOrder;

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.liftlock();
    RunRequest request =
        options.request(
            Direction.UP,
            target.target(liftlock, new Target.Everything()),
            outOfOrder ? RunRequest.Late.RUN : RunRequest.Late.REFUSE,
            overrides.overrides());
    return Runs.run(invocation, liftlock, request, options, "applied");
  }
}
