package io.liftlock.runtime;

import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.Target;
import io.liftlock.core.plan.PlanDigest;
import io.liftlock.runtime.render.StoredPlan;
import java.util.Locale;
import java.util.function.Function;

/** Turns requests into the words that a stored plan keeps, and back. */
final class StoredRequests {

  private StoredRequests() {}

  /** The form that is kept of a request and its plan. */
  static StoredPlan store(RunRequest request, PlanDigest digest) {
    return new StoredPlan(
        new StoredPlan.Request(
            request.direction().word(),
            request.target().match(new Words()),
            request.late().name().toLowerCase(Locale.ROOT)),
        digest);
  }

  /** The request that asks again for what was asked then. */
  static RunRequest again(StoredPlan stored, RunRequest now, Function<String, Target> targets) {
    StoredPlan.Request request = stored.request();
    return new RunRequest(
        Direction.ofWord(request.direction()),
        targets.apply(request.target()),
        stored.digest().grouping(),
        RunRequest.Late.valueOf(request.late().toUpperCase(Locale.ROOT)),
        now.lockWait(),
        now.overrides());
  }

  /** A target in the words of the command line. */
  private static final class Words implements Target.Cases<String> {
    @Override
    public String everything() {
      return "head";
    }

    @Override
    public String nothing() {
      return "base";
    }

    @Override
    public String id(MigrationId id) {
      return id.toString();
    }

    @Override
    public String steps(int count) {
      return "+" + count;
    }
  }
}
