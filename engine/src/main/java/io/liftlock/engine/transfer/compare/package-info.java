/**
 * Compares the rows of two databases, each read at one point, and names those that differ. Changes
 * nothing in either of them.
 */
@NullMarked
package io.liftlock.engine.transfer.compare;

import org.jspecify.annotations.NullMarked;
