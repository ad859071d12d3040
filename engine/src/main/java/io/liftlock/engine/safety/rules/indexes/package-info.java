/** Rules about indexes: how they are made, made anew and dropped. */
@NullMarked
package io.liftlock.engine.safety.rules.indexes;

import org.jspecify.annotations.NullMarked;
