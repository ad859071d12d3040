/**
 * Finds what of a PostgreSQL database slows or disturbs the loading of rows, and says how it is
 * taken away and comes back just as it was. Nothing here takes anything away.
 */
@NullMarked
package io.liftlock.postgres.obstacle;

import org.jspecify.annotations.NullMarked;
