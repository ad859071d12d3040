/**
 * Says the schema of one kind of database in the other kind: which type each column gets and why,
 * and what cannot be said. Pure.
 */
@NullMarked
package io.liftlock.engine.transfer.translate;

import org.jspecify.annotations.NullMarked;
