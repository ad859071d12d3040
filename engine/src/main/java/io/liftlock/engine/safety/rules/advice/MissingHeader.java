package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.migration.Migration;
import io.liftlock.core.report.Severity;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;

/** A migration that does not say what it is for. Good practice. */
public final class MissingHeader implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    whole
        .migration()
        .filter(migration -> !says(migration))
        .ifPresent(
            migration ->
                findings.add(
                    0,
                    "the migration does not say what it is for",
                    "whoever reads it later, or takes it back at night"));
  }

  private static boolean says(Migration migration) {
    return migration.header().fields().containsKey("Purpose")
        || migration.header().fields().containsKey("Description");
  }
}
