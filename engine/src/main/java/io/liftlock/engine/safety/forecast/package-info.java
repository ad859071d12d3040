/**
 * What each command locks, reads through and writes anew on each version of PostgreSQL, as the
 * server's source has it and traces of real servers confirm: a class per kind of command.
 */
@NullMarked
package io.liftlock.engine.safety.forecast;

import org.jspecify.annotations.NullMarked;
