/**
 * The forms of results that several doors need, such as JSON. Nothing here is for one terminal or
 * one page alone.
 */
@NullMarked
package io.liftlock.runtime.render;

import org.jspecify.annotations.NullMarked;
