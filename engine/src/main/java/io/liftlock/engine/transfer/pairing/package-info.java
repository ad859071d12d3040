/**
 * Decides which table and column of one schema takes the rows of which of another, and lists at
 * once what does not fit. Pure: looks at two schemas, never at a row.
 */
@NullMarked
package io.liftlock.engine.transfer.pairing;

import org.jspecify.annotations.NullMarked;
