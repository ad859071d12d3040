/** Rules about SQLite: what ALTER TABLE refuses, what loses rows or digits, who holds the file. */
@NullMarked
package io.liftlock.engine.safety.rules.sqlite;

import org.jspecify.annotations.NullMarked;
