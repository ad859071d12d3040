/**
 * Reads a SQLite database's schema: what its pragmas say, and what only the text of its CREATE
 * statements says. Changes nothing, and knows nothing of how SQL is written.
 */
@NullMarked
package io.liftlock.sqlite.inspect;

import org.jspecify.annotations.NullMarked;
