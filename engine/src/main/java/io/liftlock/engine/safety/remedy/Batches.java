package io.liftlock.engine.safety.remedy;

import io.liftlock.core.sql.RelationName;
import io.liftlock.engine.safety.outline.ConstraintOutline;
import io.liftlock.engine.safety.outline.TableOutline;
import java.util.Optional;

/**
 * An UPDATE over ranges of the primary key, each committed by itself: row locks are short, and dead
 * rows can be cleaned up on the way. For conditions that no longer hold of a row once it is
 * updated, so that a second run does what the first has left undone.
 */
final class Batches {

  /** So many rows are locked at a time: some tenths of a second on a small server. */
  private static final int ROWS = 5_000;

  private Batches() {}

  /**
   * The block that does it.
   *
   * @param table as SQL writes it
   * @param known what is known of it
   * @return empty where no key of one column is known to go by
   */
  static Optional<String> update(
      String table, Optional<TableOutline> known, String set, String where) {
    return known
        .flatMap(TableOutline::primaryKey)
        .map(ConstraintOutline::columns)
        .filter(columns -> columns.size() == 1)
        .map(columns -> RelationName.quoted(columns.get(0)))
        .map(key -> block(table, key, set, where));
  }

  private static String block(String table, String key, String set, String where) {
    return """
    DO $$
    DECLARE
      low %1$s.%2$s%%TYPE := (SELECT %2$s FROM %1$s ORDER BY %2$s LIMIT 1);
      high %1$s.%2$s%%TYPE;
    BEGIN
      WHILE low IS NOT NULL LOOP
        high := (SELECT %2$s FROM %1$s WHERE %2$s >= low ORDER BY %2$s OFFSET %5$d LIMIT 1);
        IF high IS NULL THEN
          UPDATE %1$s SET %3$s WHERE %4$s AND %2$s >= low;
        ELSE
          UPDATE %1$s SET %3$s WHERE %4$s AND %2$s >= low AND %2$s < high;
        END IF;
        COMMIT;
        low := high;
      END LOOP;
    END
    $$\
    """
        .formatted(table, key, set, where, ROWS);
  }
}
