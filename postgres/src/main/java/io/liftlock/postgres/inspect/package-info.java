/**
 * Reads a PostgreSQL catalog into a {@link io.liftlock.core.schema.Schema}: one reader per group of
 * catalogs, all of them in one message and one snapshot. Nothing here connects or writes.
 */
@NullMarked
package io.liftlock.postgres.inspect;

import org.jspecify.annotations.NullMarked;
