package io.liftlock.core.database;

import io.liftlock.core.transfer.Consistency;
import java.time.Instant;

/** One instant of a database that readers look at. Its methods may be called by several threads. */
public interface ReadPoint extends AutoCloseable {

  /** What its readers see together. */
  Consistency consistency();

  /** The database's own name of it, empty where it has none. */
  String id();

  /** When it was taken, by this machine's clock. */
  Instant at();

  /**
   * Another connection that sees this instant.
   *
   * @throws io.liftlock.core.error.DatabaseError with CONNECTION_LOST where the point is gone
   */
  TableReader reader();

  /** Whether it can still be read at. */
  boolean isAlive();

  @Override
  void close();
}
