package io.liftlock.engine.safety.rules.objects;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.ChangeExtension;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;

/** CREATE and ALTER EXTENSION run SQL that is not in the migration. Hazard M43. */
public final class ExtensionRunsItsOwnSql implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    moment
        .command(ChangeExtension.class)
        .ifPresent(
            extension ->
                findings.add(
                    0,
                    (extension.create() ? "CREATE" : "ALTER")
                        + " EXTENSION "
                        + RelationName.quoted(extension.name())
                        + " runs SQL of the extension, which nobody has looked at here",
                    "What it locks and changes depends on the version that the server has: trace it"
                        + " on a copy"));
  }
}
