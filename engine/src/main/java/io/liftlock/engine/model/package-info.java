/**
 * The verbs on schemas: writes the next migration from a model, compares a database with what it
 * should be, and makes an application's types. Builds nothing in a database itself; that is what
 * {@code engine.proof} does.
 */
@NullMarked
package io.liftlock.engine.model;

import org.jspecify.annotations.NullMarked;
