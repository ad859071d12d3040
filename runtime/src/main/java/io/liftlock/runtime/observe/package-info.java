/** Where events go: sinks that listen and keep what they hear. Nothing here decides anything. */
@NullMarked
package io.liftlock.runtime.observe;

import org.jspecify.annotations.NullMarked;
