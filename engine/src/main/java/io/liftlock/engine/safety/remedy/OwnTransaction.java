package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.engine.safety.Moment;
import java.util.Optional;

/** The same statement, in a transaction of its own. */
public final class OwnTransaction {

  private OwnTransaction() {}

  /**
   * Instead of the same statement behind others.
   *
   * @param why as a sentence without a full stop
   */
  public static Optional<Fix> of(Moment moment, String why) {
    return moment.inBody()
        ? Optional.empty()
        : Optional.of(
            new StepList().own(why, Words.of(moment.statement().text()).text()).rewrite());
  }
}
