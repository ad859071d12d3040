package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.ReadPoint;
import java.util.function.Supplier;

/**
 * Opens new points of two databases that are written to, for another look at rows that differed.
 * Whoever asks for a point closes it.
 *
 * @param a opens one of A
 * @param b opens one of B
 */
public record FreshPoints(Supplier<ReadPoint> a, Supplier<ReadPoint> b) {}
