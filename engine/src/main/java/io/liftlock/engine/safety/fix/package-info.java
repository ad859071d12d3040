/**
 * Writes migrations in their safe form, by the safe ways that rules know. Pure: texts in, texts
 * out; that both forms come to the same is proven elsewhere.
 */
@NullMarked
package io.liftlock.engine.safety.fix;

import org.jspecify.annotations.NullMarked;
