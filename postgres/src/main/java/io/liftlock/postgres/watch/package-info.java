/** Sees who stands in the way of locks, and asks them to give way. */
@NullMarked
package io.liftlock.postgres.watch;

import org.jspecify.annotations.NullMarked;
