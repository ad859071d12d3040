/**
 * Knows what statements will do to a database in use, and says so before they run: rules, the
 * linter that asks them, the forecast of locks, the trace that sees them. Nothing here changes a
 * database that is in use.
 */
@NullMarked
package io.liftlock.engine.safety;

import org.jspecify.annotations.NullMarked;
