/** Reads statements by the dialect's grammar into commands. Needs no connection. */
@NullMarked
package io.liftlock.sqlite.grammar;

import org.jspecify.annotations.NullMarked;
