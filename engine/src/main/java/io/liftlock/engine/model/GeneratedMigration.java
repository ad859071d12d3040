package io.liftlock.engine.model;

import io.liftlock.core.change.SchemaScript;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.sql.Dialect;

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
    String suffix, SchemaScript up, SchemaScript down, Schema before, Schema after) {

  /**
   * Whether it says in its header that it runs outside a transaction. SQLite's rebuild of a table
   * brings a transaction of its own, with a pragma around it, and has to stay one.
   */
  boolean isWithoutTransaction() {
    return after.dialect() == Dialect.POSTGRES && !(up.transactional() && down.transactional());
  }
}
