package io.liftlock.engine.deploy;

import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.engine.transfer.translate.LeftOut;
import io.liftlock.engine.transfer.translate.TypeChoice;
import java.util.List;

/**
 * What a move to a new home would do.
 *
 * @param copy which table's rows would go where
 * @param choices which types would be chosen, where the schema is said in another dialect
 * @param leftOut what of the source's schema the target would not get
 */
public record NewHomePlan(CopyPlan copy, List<TypeChoice> choices, List<LeftOut> leftOut) {

  /** Copies the lists. */
  public NewHomePlan {
    choices = List.copyOf(choices);
    leftOut = List.copyOf(leftOut);
  }
}
