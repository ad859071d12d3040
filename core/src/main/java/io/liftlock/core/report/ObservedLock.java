package io.liftlock.core.report;

import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;

/**
 * A lock that was seen on a relation that was there before.
 *
 * @param relation which, with its schema
 * @param mode how
 * @param fromMs when it was first seen, in milliseconds since the trace began
 * @param heldMs for how long it was held, in milliseconds
 */
public record ObservedLock(RelationName relation, LockMode mode, long fromMs, long heldMs) {}
