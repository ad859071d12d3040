package io.liftlock.engine.safety.rules.partitions;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.Inherit;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** INHERIT and NO INHERIT change what queries of the parent show. Hazard M35. */
public final class InheritChangesWhatIsRead implements Rule {

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        Inherit.class,
        (alter, inherit) -> {
          if (moment.isFresh(inherit.parent())) {
            return;
          }
          String parent = moment.shown(inherit.parent());
          String child = moment.shown(alter.name());
          findings.add(
              inherit.at(),
              "From now on queries of "
                  + parent
                  + (inherit.begins() ? " also show" : " no longer show")
                  + " the rows of "
                  + child,
              "The application sees other rows at once; reads and writes of "
                  + child
                  + " wait for its ACCESS EXCLUSIVE");
        });
  }
}
