package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.report.SafeStep;
import io.liftlock.core.syntax.Drop;

/** Indexes that are dropped while others go on: one at a time, since more are refused. */
public final class DropIndexSteps {

  private DropIndexSteps() {}

  /**
   * Instead of {@code DROP INDEX}.
   *
   * @param why what each step does, as a comment for people, without a full stop
   */
  public static Fix of(Drop drop, String why) {
    return new Fix(
        Fix.Kind.REWRITE,
        drop.names().stream()
            .map(
                name ->
                    new SafeStep(
                        "DROP INDEX CONCURRENTLY "
                            + (drop.ifExists() ? "IF EXISTS " : "")
                            + name
                            + ";",
                        SafeStep.Where.NO_TRANSACTION,
                        why))
            .toList());
  }
}
