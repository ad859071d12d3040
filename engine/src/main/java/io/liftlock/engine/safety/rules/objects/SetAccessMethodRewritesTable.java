package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.SetAccessMethod;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.TableOutline;

/** SET ACCESS METHOD. Hazard M9. */
public final class SetAccessMethodRewritesTable implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        SetAccessMethod.class,
        (alter, set) -> {
          boolean empty =
              moment.outline().table(alter.name()).filter(TableOutline::isPartitioned).isPresent();
          if (!moment.isFresh(alter.name()) && !empty) {
            String name = moment.shown(alter.name());
            findings.add(
                set.at(),
                "SET ACCESS METHOD writes " + name + " anew under ACCESS EXCLUSIVE",
                "Reads and writes of " + name + " wait until every row is written");
          }
        });
  }
}
