/**
 * Safe ways to do what is dangerous when it is done at once: the steps that rules propose, and that
 * fixing writes. What is a rewrite ends in the same schema, under the same names.
 */
@NullMarked
package io.liftlock.engine.safety.remedy;

import org.jspecify.annotations.NullMarked;
