package io.liftlock.engine.deploy;

import io.liftlock.core.error.Problem;
import io.liftlock.core.report.Outcome;
import io.liftlock.engine.transfer.translate.LeftOut;
import io.liftlock.engine.transfer.translate.TypeChoice;
import java.util.List;
import java.util.Optional;

/**
 * What became of the target's schema before the copy.
 *
 * @param migrated what became of the migrations; empty where none had to run
 * @param choices which types were chosen
 * @param leftOut what could not be made
 * @param notices what a person should know
 */
record MadeSchema(
    Optional<Outcome> migrated,
    List<TypeChoice> choices,
    List<LeftOut> leftOut,
    List<Problem> notices) {

  /** It is there already. */
  static final MadeSchema AS_IS = new MadeSchema(Optional.empty(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  MadeSchema {
    choices = List.copyOf(choices);
    leftOut = List.copyOf(leftOut);
    notices = List.copyOf(notices);
  }

  /** Whether everything that was to be made is there. */
  boolean isComplete() {
    return migrated.flatMap(Outcome::cause).isEmpty();
  }
}
