/**
 * The front hall: the facade that every door uses. It opens databases, reads migrations, calls the
 * engine and returns values; it prints nothing and knows no terminal.
 */
@NullMarked
package io.liftlock.runtime;

import org.jspecify.annotations.NullMarked;
