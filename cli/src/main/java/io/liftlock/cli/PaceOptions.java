package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.transfer.Rate;
import picocli.CommandLine.Option;

/** How much may be asked of the servers; the same for copying and comparing. */
final class PaceOptions {

  private static final int MOST_JOBS = 64;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Connections to each side; default: by the size of both servers.")
  int jobs;

  @Option(
      names = "--max-rate",
      paramLabel = "RATE",
      converter = OptionForms.OfRate.class,
      description = "Read no faster than 5MB/s or 2000rows/s.")
  Rate maxRate = Rate.UNLIMITED;

  /** Refuses what nobody can mean. */
  void requireSense() {
    if (jobs < 0 || jobs > MOST_JOBS) {
      throw new UserError(
          Problem.error(
              ErrorCode.USAGE, "--jobs takes a number from 1 to " + MOST_JOBS + ", not " + jobs));
    }
  }
}
