package io.liftlock.engine.run;

import io.liftlock.core.database.RunnerIdentity;
import java.time.Duration;

/**
 * What a run needs to know beside its plan.
 *
 * @param batch the id of this run; every row it writes carries it
 * @param identity who runs
 * @param retryDeadline for how long a transaction is tried again while locks stand in its way
 * @param care how it treats those who use the database meanwhile
 */
public record RunOptions(String batch, RunnerIdentity identity, Duration retryDeadline, Care care) {

  /** Five minutes: long enough for a batch job to end, short enough for a deployment to notice. */
  public static final Duration DEFAULT_RETRY_DEADLINE = Duration.ofMinutes(5);

  /** A run on a database that nobody has decided anything about. */
  public RunOptions(String batch, RunnerIdentity identity, Duration retryDeadline) {
    this(batch, identity, retryDeadline, Care.USUAL);
  }
}
