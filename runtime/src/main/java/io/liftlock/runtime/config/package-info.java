/**
 * The configuration: {@code liftlock.yaml}, variables, {@code .env}, and what follows from them and
 * from the flags, as immutable values. Nothing here connects to a database.
 */
@NullMarked
package io.liftlock.runtime.config;

import org.jspecify.annotations.NullMarked;
