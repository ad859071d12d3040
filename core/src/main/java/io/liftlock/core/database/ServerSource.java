package io.liftlock.core.database;

import java.nio.file.Path;

/**
 * Starts a server that liftlock brings along. Found at start-up by {@link java.util.ServiceLoader}.
 */
public interface ServerSource {

  /** Whether this source serves that kind of URL. */
  boolean accepts(DatabaseUrl url);

  /**
   * Starts the server, or joins the one that others already use.
   *
   * @param directory the project's directory; data lives in {@code .liftlock/} below it
   */
  Lease lease(DatabaseUrl url, Path directory);

  /** A running server, for as long as the lease is open and reachable. */
  interface Lease extends AutoCloseable {

    /** Where it listens, as an ordinary URL. */
    DatabaseUrl url();

    /** Ends the use; the last user's end stops the server. */
    @Override
    void close();
  }
}
