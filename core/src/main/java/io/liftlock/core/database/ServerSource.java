package io.liftlock.core.database;

import java.nio.file.Path;
import java.util.List;

/**
 * Starts servers that liftlock brings along. Found at start-up by {@link java.util.ServiceLoader}.
 */
public interface ServerSource {

  /** Whether this source serves that kind of URL. */
  boolean accepts(DatabaseUrl url);

  /**
   * Starts the server, or joins the one that others already use.
   *
   * @param directory the project's directory; data lives in {@code .liftlock/} below it
   * @throws io.liftlock.core.error.UserError DATABASE_URL_INVALID
   * @throws io.liftlock.core.error.DatabaseError SERVER_START_FAILED
   */
  Lease lease(DatabaseUrl url, Path directory);

  /**
   * Like {@link #lease}, but the server runs on after this process, until {@link #stop}.
   *
   * @return the server, {@link LocalServer.Life#KEPT}
   */
  LocalServer start(DatabaseUrl url, Path directory);

  /**
   * Takes {@link #start} back. Commands that use the server now are not disturbed: it stops with
   * the last of them.
   *
   * @return the server as it is then: {@link LocalServer.Life#STOPPED}, or {@link
   *     LocalServer.Life#IN_USE}
   */
  LocalServer stop(LocalServer server);

  /** Every server that has data below a project's directory, by name and version. */
  List<LocalServer> servers(Path directory);

  /** A running server, until the lease is closed or the process ends. */
  interface Lease extends AutoCloseable {

    /** Where it listens, as an ordinary URL. */
    DatabaseUrl url();

    /** Ends the use; the last user's end stops the server. */
    @Override
    void close();
  }
}
