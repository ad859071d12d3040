/**
 * What is known of a schema at a point of its history, as far as safety asks: folded from the
 * commands of migrations, or drawn from a live database. Less than a {@code Schema}, but it needs
 * no server, and knows what it does not know.
 */
@NullMarked
package io.liftlock.engine.safety.outline;

import org.jspecify.annotations.NullMarked;
