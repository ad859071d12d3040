package io.liftlock.core.report;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;

/**
 * A lock that was seen on a relation that was there before.
 *
 * @param relation which, with its schema
 * @param mode how
 * @param fromMs when it was taken, in milliseconds since the trace began: in a transaction, the
 *     begin of the statement; of what runs outside one, when it was first seen
 * @param heldMs for how long it was held, in milliseconds
 */
public record ObservedLock(RelationName relation, LockMode mode, long fromMs, long heldMs) {}
