/**
 * The terminal: one small class per command. Everything is done through the facade of {@code
 * runtime}; nothing here reads migrations or talks to a database.
 */
@NullMarked
package io.liftlock.cli;

import org.jspecify.annotations.NullMarked;
