package io.liftlock.core.schema;

/** Writes a schema as text that can be read back whole, for snapshots. */
@FunctionalInterface
public interface SchemaFormat {

  /** The schema as text. */
  String write(Schema schema);
}
