package io.liftlock.core.schema;

/**
 * A place that a schema can be read from: a live database, migrations or SQL files built in a
 * scratch database, a saved snapshot.
 */
public interface SchemaSource {

  /** What it is, for people, without a password. */
  String description();

  /**
   * Reads it.
   *
   * @throws io.liftlock.core.error.LiftlockException where it cannot be read or built
   */
  Schema read();
}
