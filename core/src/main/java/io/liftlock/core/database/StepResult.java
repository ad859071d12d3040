package io.liftlock.core.database;

/**
 * What one statement did.
 *
 * @param rows how many rows it inserted, updated, deleted or copied; -1 where that has no meaning
 * @param durationMs how long it took, in milliseconds
 */
public record StepResult(long rows, long durationMs) {}
