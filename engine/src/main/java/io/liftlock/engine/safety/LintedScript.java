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
 * @param aside whether the scripts behind it run without it: a rollback, a script that is looked at
 *     alone
 */
public record LintedScript(
    Script script,
    Optional<Migration> migration,
    boolean transactional,
    boolean asked,
    boolean aside) {

  /** The up script of a migration. */
  public static LintedScript of(Migration migration, boolean asked) {
    return new LintedScript(
        migration.up(), Optional.of(migration), migration.header().transactional(), asked, false);
  }

  /** A script that is no migration. */
  public static LintedScript of(Script script, boolean asked) {
    return new LintedScript(script, Optional.empty(), true, asked, false);
  }

  /** The script that takes a migration back, just behind it; empty where there is none. */
  public static Optional<LintedScript> rollbackOf(Migration migration) {
    return migration
        .down()
        .map(
            down ->
                new LintedScript(
                    down, Optional.empty(), migration.header().transactional(), true, true));
  }

  /** A script that belongs to no migration, behind all that came before. */
  public static LintedScript alone(Script script, boolean transactional) {
    return new LintedScript(script, Optional.empty(), transactional, true, true);
  }

  /** Another text in its place. */
  public LintedScript with(Script other, boolean isTransactional) {
    return new LintedScript(other, migration, isTransactional, asked, aside);
  }
}
