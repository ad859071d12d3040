/** Rules about columns of tables that are in use. */
@NullMarked
package io.liftlock.engine.safety.rules.columns;

import org.jspecify.annotations.NullMarked;
