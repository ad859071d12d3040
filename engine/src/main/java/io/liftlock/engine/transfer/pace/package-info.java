/** Keeps rows from being read faster than a server bears. */
@NullMarked
package io.liftlock.engine.transfer.pace;

import org.jspecify.annotations.NullMarked;
