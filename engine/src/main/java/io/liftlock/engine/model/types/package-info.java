/**
 * The types that an application needs to speak of a schema's rows, in the application's own
 * language. Pure: the same schema gives the same text. Nothing here reads a database or a file.
 */
@NullMarked
package io.liftlock.engine.model.types;

import org.jspecify.annotations.NullMarked;
