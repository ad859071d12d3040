package io.liftlock.engine.safety.remedy;

import io.liftlock.core.report.Fix;
import io.liftlock.core.syntax.AlterTable;
import io.liftlock.core.syntax.Alteration.AddColumn;
import io.liftlock.core.syntax.Generated;
import io.liftlock.engine.safety.Moment;
import java.util.Optional;

/** A column computed from others that touches no row, or not all at once. */
public final class GeneratedColumnPlan {

  /** From this version a column can be computed when it is read. */
  private static final int VIRTUAL = 18;

  private GeneratedColumnPlan() {}

  /** Instead of {@code ADD COLUMN … GENERATED ALWAYS AS (…) STORED}. */
  public static Optional<Fix> of(Moment moment, AlterTable alter, AddColumn action) {
    return Target.of(moment, alter)
        .flatMap(target -> action.column().generated().map(made -> fix(target, action, made)));
  }

  private static Fix fix(Target target, AddColumn action, Generated made) {
    String name = Target.quoted(action.column().name());
    String value = Words.of(made.expression().text()).text();
    String column = "ADD COLUMN " + name + " " + action.column().type().written();
    if (target.moment().major() >= VIRTUAL) {
      return new StepList()
          .own(
              "A virtual column is computed when it is read: no row is touched",
              target.alter(column + " GENERATED ALWAYS AS (" + value + ") VIRTUAL"))
          .plan();
    }
    StepList steps =
        new StepList()
            .own("The column comes without values, which takes a moment", target.alter(column));
    DoubleWrite.append(steps, target, action.column().name(), name, value, "");
    return steps.plan();
  }
}
