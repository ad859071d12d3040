package io.liftlock.engine.migrate.layout;

import io.liftlock.core.sql.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * One file of a migration.
 *
 * @param role what it is for
 * @param engine the dialect that its name tells, or null where it is for any
 * @param file the file
 */
public record Part(Role role, @Nullable Dialect engine, SqlFile file) {

  /** What a file is for. */
  public enum Role {
    /** Applies the migration; may hold a section that takes it back. */
    UP("migration"),
    /** Takes it back. */
    DOWN("rollback"),
    /** Must succeed after it. */
    VERIFY("verify script");

    private final String word;

    Role(String word) {
      this.word = word;
    }

    /** What people call it. */
    public String word() {
      return word;
    }
  }
}
