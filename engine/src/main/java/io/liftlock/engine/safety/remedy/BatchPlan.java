package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.engine.safety.Moment;
import java.util.Optional;

/** A write of all rows, a few of them at a time. */
public final class BatchPlan {

  private BatchPlan() {}

  /**
   * Instead of one statement that writes every row. A plan, since whoever reads meanwhile sees rows
   * of both kinds.
   */
  public static Optional<Fix> of(Moment moment) {
    return moment.inBody()
        ? Optional.empty()
        : Optional.of(
            new StepList()
                .batches(
                    "The same over ranges of the key, a few thousand rows at a time, each in a"
                        + " transaction of its own",
                    Words.of(moment.statement().text()).text())
                .plan());
  }
}
