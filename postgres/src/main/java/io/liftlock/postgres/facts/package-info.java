/** Reads what a database tells of its tables and sessions. Nothing here changes anything. */
@NullMarked
package io.liftlock.postgres.facts;

import org.jspecify.annotations.NullMarked;
