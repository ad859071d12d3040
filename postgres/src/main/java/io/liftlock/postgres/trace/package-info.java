/**
 * Runs statements on a scratch database and sees what each of them locks, reads and writes. Nothing
 * here is used on a database that others use.
 */
@NullMarked
package io.liftlock.postgres.trace;

import org.jspecify.annotations.NullMarked;
