/**
 * Proving what SQL does before anybody relies on it: filling scratch databases with rows, running a
 * way there and back, and comparing schemas and rows. Nothing here decides what to migrate, and
 * nothing here works on a database that holds somebody's data.
 */
@NullMarked
package io.liftlock.engine.proof;

import org.jspecify.annotations.NullMarked;
