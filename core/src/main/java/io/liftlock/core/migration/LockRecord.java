package io.liftlock.core.migration;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;

/**
 * What is remembered of a lock that a migration took on a table which others could see.
 *
 * @param version the migration's id in its text form
 * @param direction {@link Direction#UP} or {@link Direction#DOWN}
 * @param batch the id of the run
 * @param ordinal 1-based place of the first statement that needs it
 * @param relation the table
 * @param mode the strongest mode
 * @param waitedMs time lost before it was granted, in tries that were rolled back, too, in
 *     milliseconds
 * @param heldMs from its grant to the end of the transaction, in milliseconds
 */
public record LockRecord(
    String version,
    Direction direction,
    String batch,
    int ordinal,
    RelationName relation,
    LockMode mode,
    long waitedMs,
    long heldMs) {}
