package io.liftlock.engine.safety.rules.advice;

import io.liftlock.core.migration.Migration;
import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.Script;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Rule;
import io.liftlock.engine.safety.Whole;

/** A migration that cannot be taken back, and does not say why. Good practice. */
public final class MissingRollback implements Rule {

  @Override
  public Severity severity() {
    return Severity.ADVICE;
  }

  @Override
  public void check(Whole whole, Findings findings) {
    whole
        .migration()
        .filter(migration -> migration.kind() == Migration.Kind.VERSIONED)
        .filter(migration -> migration.down().filter(script -> !script.isEmpty()).isEmpty())
        .filter(migration -> migration.header().irreversibleBecause().isEmpty())
        .ifPresent(
            migration ->
                findings.add(
                    0,
                    migration.down().map(Script::isEmpty).orElse(false)
                        ? "the rollback of this migration is empty"
                        : "this migration has no rollback, and does not say why",
                    "whoever has to take it back finds no way, or one that does nothing"));
  }
}
