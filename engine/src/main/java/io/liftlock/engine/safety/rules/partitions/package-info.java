/** Rules about partitions: how they come, go and are changed together. */
@NullMarked
package io.liftlock.engine.safety.rules.partitions;

import org.jspecify.annotations.NullMarked;
