/**
 * Takes a database to a new home: makes the target's schema, copies the rows, has them compared,
 * and only then migrates on.
 */
@NullMarked
package io.liftlock.engine.deploy;

import org.jspecify.annotations.NullMarked;
