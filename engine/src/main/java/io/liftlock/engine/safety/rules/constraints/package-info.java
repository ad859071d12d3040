/** Rules about constraints of tables that are in use. */
@NullMarked
package io.liftlock.engine.safety.rules.constraints;

import org.jspecify.annotations.NullMarked;
