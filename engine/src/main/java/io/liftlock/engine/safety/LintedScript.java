package io.liftlock.engine.safety;

import io.liftlock.core.migration.Migration;
import io.liftlock.core.sql.Script;
import java.util.Optional;

/**
 * A script that linting walks through.
 *
 * @param script what runs
 * @param migration what it belongs to; empty for a file that is no migration
 * @param transactional false where its author wants each statement to stay once it is done
 * @param asked whether findings are wanted; false for those that only tell what the schema is
 */
public record LintedScript(
    Script script, Optional<Migration> migration, boolean transactional, boolean asked) {

  /** The up script of a migration. */
  public static LintedScript of(Migration migration, boolean asked) {
    return new LintedScript(
        migration.up(), Optional.of(migration), migration.header().transactional(), asked);
  }

  /** A script that is no migration. */
  public static LintedScript of(Script script, boolean asked) {
    return new LintedScript(script, Optional.empty(), true, asked);
  }

  /** Another text in its place. */
  public LintedScript with(Script other, boolean isTransactional) {
    return new LintedScript(other, migration, isTransactional, asked);
  }
}
