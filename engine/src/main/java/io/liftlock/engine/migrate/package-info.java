/**
 * Migrating: reading migration files, planning, and the verbs that stand on plans. Runs things only
 * through {@code engine.run}.
 */
@NullMarked
package io.liftlock.engine.migrate;

import org.jspecify.annotations.NullMarked;
