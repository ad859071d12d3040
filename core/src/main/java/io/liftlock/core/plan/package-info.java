/**
 * What will be done, as immutable values: steps, planned migrations, plans. Nothing here runs
 * anything.
 */
@NullMarked
package io.liftlock.core.plan;

import org.jspecify.annotations.NullMarked;
