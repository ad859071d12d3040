package io.liftlock.core.report;

import io.liftlock.core.schema.ObjectId;

/**
 * A table that holds fewer seeded rows than it should, or none.
 *
 * @param table which
 * @param rows how many it got
 * @param because why not more, as the database said it
 */
public record SeedGap(ObjectId table, int rows, String because) {}
