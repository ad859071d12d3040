/**
 * What a database looks like, as a value: objects with their properties, in normal order, and what
 * each stands on. Nothing here knows how a catalog is read or how SQL is written.
 */
@NullMarked
package io.liftlock.core.schema;

import org.jspecify.annotations.NullMarked;
