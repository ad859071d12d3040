package io.liftlock.engine.safety;

import io.liftlock.core.database.Facts;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.sql.Script;
import io.liftlock.engine.safety.outline.Outline;
import java.util.List;
import java.util.Optional;

/**
 * A migration as a whole, behind its last statement.
 *
 * @param script what runs
 * @param migration what it belongs to; empty for a file that is no migration
 * @param moments each of its commands, in order, those of bodies included
 * @param before the schema before its first statement
 * @param after the schema behind its last
 * @param major the server's major version; of SQLite 3
 * @param facts what is known of the database in use
 */
public record Whole(
    Script script,
    Optional<Migration> migration,
    List<Moment> moments,
    Outline before,
    Outline after,
    int major,
    Facts facts) {

  /** Copies the moments. */
  public Whole {
    moments = List.copyOf(moments);
  }
}
