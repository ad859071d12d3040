package io.liftlock.runtime;

import io.liftlock.core.schema.Schema;

/**
 * A schema and where it is from.
 *
 * @param name the database's configured name, or the source as it was written
 * @param description what it was read from, without a password
 * @param schema what was read
 */
public record NamedSchema(String name, String description, Schema schema) {}
