package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.CreateView;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** A view of all columns stays as it was made. Hazard M27. */
public final class ViewSelectsStar implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(CreateView.class)
        .filter(view -> view.query().star())
        .ifPresent(
            view ->
                findings.add(
                    0,
                    "View "
                        + moment.shown(view.name())
                        + " asks for all columns, and keeps those that there are now",
                    "A column that is added later is not in it, and none of those that are can be"
                        + " dropped"));
  }
}
