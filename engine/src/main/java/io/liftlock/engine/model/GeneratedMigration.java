package io.liftlock.engine.model;

import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.schema.Schema;

/**
 * One of the migrations that make a database like its model.
 *
 * @param suffix what tells it from the others of its set, empty for the main one
 * @param up what it does
 * @param down what takes it back
 * @param before the schema it begins with
 * @param after the schema it ends with
 */
public record GeneratedMigration(
    String suffix, SchemaScript up, SchemaScript down, Schema before, Schema after) {}
