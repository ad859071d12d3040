package io.liftlock.engine.deploy;

import io.liftlock.core.error.Problem;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.report.Outcome;
import io.liftlock.engine.transfer.translate.LeftOut;
import io.liftlock.engine.transfer.translate.TypeChoice;
import java.util.List;
import java.util.Optional;

/**
 * How a move to a new home ended.
 *
 * @param before what became of the migrations that made the target's schema; empty where none did
 * @param choices which types were chosen, where the schema was said in another dialect
 * @param leftOut what of the source's schema the target did not get
 * @param copied what the copy did; empty where the migrations before it did not reach their end
 * @param after what became of the migrations behind the copy; empty where none were asked for, or
 *     where both were not shown to be equal
 * @param notices what a person should know
 */
public record NewHomeResult(
    Optional<Outcome> before,
    List<TypeChoice> choices,
    List<LeftOut> leftOut,
    Optional<CopyReport> copied,
    Optional<Outcome> after,
    List<Problem> notices) {

  /** Copies the lists. */
  public NewHomeResult {
    choices = List.copyOf(choices);
    leftOut = List.copyOf(leftOut);
    notices = List.copyOf(notices);
  }
}
