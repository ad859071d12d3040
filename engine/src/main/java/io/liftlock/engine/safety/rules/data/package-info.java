/** Rules about statements that write rows of tables that are in use. */
@NullMarked
package io.liftlock.engine.safety.rules.data;

import org.jspecify.annotations.NullMarked;
