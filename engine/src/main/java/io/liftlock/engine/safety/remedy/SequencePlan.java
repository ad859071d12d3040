package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;

/** A sequence that follows its column. */
public final class SequencePlan {

  private SequencePlan() {}

  /**
   * Behind the change of a column's type.
   *
   * @param sequence as SQL writes it
   * @param type the new type of its values
   */
  public static Fix of(String sequence, String type) {
    return new StepList()
        .own(
            "The sequence can count as far as its column; nextval waits for a moment",
            "ALTER SEQUENCE " + sequence + " AS " + type)
        .plan();
  }
}
