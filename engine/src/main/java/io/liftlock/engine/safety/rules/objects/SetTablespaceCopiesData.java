package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.syntax.Alteration.SetTablespace;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.outline.TableOutline;

/** SET TABLESPACE copies a table or index under the strongest lock. Hazards M7, I18. */
public final class SetTablespaceCopiesData implements Rule {

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment.alterations(
        SetTablespace.class,
        (alter, move) -> {
          boolean empty =
              moment.outline().table(alter.name()).filter(TableOutline::isPartitioned).isPresent();
          if (!moment.isFresh(alter.name()) && !empty) {
            String name = moment.shown(alter.name());
            findings.add(
                move.at(),
                "SET TABLESPACE copies " + name + " under ACCESS EXCLUSIVE, file by file",
                "Reads and writes of " + name + " wait until everything is copied");
          }
        });
  }
}
