package io.liftlock.core.schema;

/** Writes a schema as text that can be read back whole, for snapshots. */
public interface SchemaFormat {

  /** The schema as text. */
  String write(Schema schema);

  /**
   * The schema that a text holds.
   *
   * @param origin where the text is from, for errors
   * @throws io.liftlock.core.error.UserError SNAPSHOT_UNREADABLE
   */
  Schema read(String origin, String text);
}
