/**
 * Rules of design: what hurts later, and is cheap to do otherwise now. All of them are advice, told
 * only where somebody asks for it.
 */
@NullMarked
package io.liftlock.engine.safety.rules.advice;

import org.jspecify.annotations.NullMarked;
