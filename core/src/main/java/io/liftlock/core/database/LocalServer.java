package io.liftlock.core.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A server that liftlock brings along.
 *
 * @param name the name in its {@code embedded:} URL, and of the database inside
 * @param major the server's major version
 * @param life whether it runs, and for how long
 * @param url where it listens, or null where it does not run
 * @param passwordFile where the password is, in the form of PostgreSQL's {@code PGPASSFILE}
 * @param folder where its data and its log are
 */
public record LocalServer(
    String name, int major, Life life, @Nullable DatabaseUrl url, Path passwordFile, Path folder) {

  /** Whether a server runs, and for how long. */
  public enum Life {
    STOPPED,
    /** It runs for the commands that use it now. */
    IN_USE,
    /** It runs until it is stopped. */
    KEPT
  }
}
