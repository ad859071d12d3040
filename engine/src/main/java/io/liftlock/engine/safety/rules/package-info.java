/** The rules, one class each, in a package per family, and the list of all of them. */
@NullMarked
package io.liftlock.engine.safety.rules;

import org.jspecify.annotations.NullMarked;
