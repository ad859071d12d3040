package io.liftlock.runtime.lint;

import io.liftlock.core.sql.Dialect;

/**
 * How the scripts of one database were looked at.
 *
 * @param name the configured name
 * @param dialect what its SQL is read by
 * @param serverVersion the server's major version that was assumed; of SQLite 3
 * @param source where that version is from
 * @param files how many files were looked at
 * @param statements how many statements they have
 */
public record LintedDatabase(
    String name,
    Dialect dialect,
    int serverVersion,
    VersionSource source,
    int files,
    int statements) {

  /** Where a version is from. */
  public enum VersionSource {
    /** Somebody said so, with a flag or in the configuration. */
    SAID,
    /** The database itself. */
    DATABASE,
    /** The oldest that is supported: what is safe there is safe on newer ones. */
    OLDEST
  }
}
