package io.liftlock.engine.safety;

import io.liftlock.core.migration.Migration;
import io.liftlock.core.sql.Script;
import java.util.Optional;

/**
 * A script that linting walks through.
 *
 * @param script what runs
 * @param migration what it belongs to; empty for a file that is no migration
 * @param asked whether findings are wanted; false for those that only tell what the schema is
 */
public record LintedScript(Script script, Optional<Migration> migration, boolean asked) {

  /** The up script of a migration. */
  public static LintedScript of(Migration migration, boolean asked) {
    return new LintedScript(migration.up(), Optional.of(migration), asked);
  }

  /** Whether its author leaves transactions to the runner. */
  boolean transactional() {
    return migration.map(each -> each.header().transactional()).orElse(true);
  }
}
