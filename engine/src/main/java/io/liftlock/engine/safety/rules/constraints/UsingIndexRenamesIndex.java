package io.liftlock.engine.safety.rules.constraints;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.Alteration.AddConstraint;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.Optional;

/** An index that becomes a constraint gets the constraint's name. Hazard K9. */
public final class UsingIndexRenamesIndex implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        AddConstraint.class,
        (alter, action) -> {
          Optional<String> index = action.constraint().usingIndex();
          Optional<String> name = action.constraint().name();
          if (index.isPresent()
              && name.isPresent()
              && !index.equals(name)
              && !moment.isFresh(alter.name())) {
            findings.add(
                action.at(),
                "the index "
                    + RelationName.quoted(index.get())
                    + " is called "
                    + RelationName.quoted(name.get())
                    + " from now on",
                "whatever names the index no longer finds it: ON CONFLICT ON CONSTRAINT, planner"
                    + " hints, REINDEX and monitoring");
          }
        });
  }
}
