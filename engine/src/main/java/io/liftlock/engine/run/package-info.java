/**
 * Running plans: the lock, timeouts, retries, what is remembered of each statement, and what is
 * told. Nothing here decides what to run; nothing here knows a SQL dialect.
 */
@NullMarked
package io.liftlock.engine.run;

import org.jspecify.annotations.NullMarked;
