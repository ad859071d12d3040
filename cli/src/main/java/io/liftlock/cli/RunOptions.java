package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Durations;
import io.liftlock.core.migration.Target;
import io.liftlock.core.plan.Plan;
import io.liftlock.runtime.Overrides;
import io.liftlock.runtime.RunRequest;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a run is to go; the same for both directions. */
final class RunOptions {

  /** How migrations share transactions. */
  enum Transaction {
    each,
    all
  }

  @Option(names = "--dry-run", description = "Show the plan and change nothing.")
  boolean dryRun;

  @Option(
      names = "--plan-out",
      paramLabel = "FILE",
      description = "Write the plan to FILE and change nothing.")
  @Nullable Path planOut;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "Run exactly that plan; refused when history, schema or files have moved.")
  @Nullable Path plan;

  @Option(
      names = "--transaction",
      paramLabel = "each|all",
      description = "One transaction for each migration (default), or one for all.")
  Transaction transaction = Transaction.each;

  @Option(
      names = "--lock-wait",
      paramLabel = "TIME",
      description = "How long to wait for another run to end; default: 10min.")
  String lockWait = "10min";

  @Option(
      names = "--write-env",
      paramLabel = "FILE",
      description = "Set SCHEMA_VERSION= in FILE when all is done.")
  @Nullable Path writeEnv;

  /** The request that these options make. */
  RunRequest request(
      Direction direction, Target target, RunRequest.Late late, Overrides overrides) {
    if (plan != null && (dryRun || planOut != null)) {
      throw new UserError(
          Problem.error(ErrorCode.USAGE, "--plan runs a plan; --dry-run and --plan-out make one"));
    }
    return new RunRequest(
        direction,
        target,
        transaction == Transaction.all ? Plan.Grouping.ALL : Plan.Grouping.EACH,
        late,
        Durations.parse(lockWait)
            .orElseThrow(
                () ->
                    new UserError(
                        Problem.error(ErrorCode.USAGE, "--lock-wait takes a duration")
                            .action("write it with a unit, such as 30s or 10min; 0 is no wait"))),
        overrides);
  }
}
