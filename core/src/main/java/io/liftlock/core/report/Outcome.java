package io.liftlock.core.report;

import io.liftlock.core.error.Problem;
import io.liftlock.core.plan.PlannedMigration;
import java.util.List;
import java.util.Optional;

/** How a run ended. Failing half-way is an outcome, not an exception. */
public sealed interface Outcome {

  /** Gives each case its answer. */
  <R> R match(Cases<R> cases);

  /** What was wholly done before the end, in order. */
  List<Finished> finished();

  /** Why it did not reach its end; the first reason where there are several. */
  Optional<Problem> cause();

  /** One answer per case. */
  interface Cases<R> {
    R completed(Completed outcome);

    R stopped(Stopped outcome);

    R refused(Refused outcome);
  }

  /**
   * A migration that was wholly run, taken back or recorded.
   *
   * @param planned what it was
   * @param durationMs how long it took, in milliseconds
   * @param lockWaitMs time lost in attempts that ended in a lock timeout or deadlock
   * @param statements how many statements ran
   */
  record Finished(PlannedMigration planned, long durationMs, long lockWaitMs, int statements) {}

  /** Everything planned was done; nothing was planned where {@code finished} is empty. */
  record Completed(List<Finished> finished) implements Outcome {
    @Override
    public Optional<Problem> cause() {
      return Optional.empty();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.completed(this);
    }
  }

  /**
   * It began and did not reach the end.
   *
   * @param finished what was wholly done before
   * @param at the migration it stopped at
   * @param problem why
   * @param partly whether that migration is partly done
   * @param resume the command that continues, where there is one
   */
  record Stopped(
      List<Finished> finished,
      PlannedMigration at,
      Problem problem,
      boolean partly,
      Optional<String> resume)
      implements Outcome {
    @Override
    public Optional<Problem> cause() {
      return Optional.of(problem);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.stopped(this);
    }
  }

  /** Nothing was begun. */
  record Refused(List<Problem> problems) implements Outcome {
    @Override
    public Optional<Problem> cause() {
      return problems.stream().findFirst();
    }

    @Override
    public List<Finished> finished() {
      return List.of();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }
}
