package io.liftlock.runtime;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.LocalServer;
import io.liftlock.core.database.ServerSource;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.locks.LockSupport;

/** The servers that liftlock brings along, as far as people handle them by name. */
public final class EmbeddedServers {

  private final Path directory;

  /** Those of a project's folder. */
  public EmbeddedServers(Path directory) {
    this.directory = directory;
  }

  /**
   * Starts a server that runs on until it is stopped.
   *
   * @param name its name, with parameters where they are wanted: {@code main?version=16}
   */
  public LocalServer start(String name) {
    DatabaseUrl url = url(name);
    return source(url).start(url, directory);
  }

  /**
   * Lets servers go, which stop with their last user.
   *
   * @param name the name of those to stop, of any version; or empty for all
   * @return the servers as they are then
   */
  public List<LocalServer> stop(String name) {
    List<LocalServer> meant =
        all().stream().filter(server -> name.isEmpty() || server.name().equals(name)).toList();
    if (meant.isEmpty() && !name.isEmpty()) {
      throw new UserError(
          Problem.error(ErrorCode.DATABASE_UNKNOWN, "there is no embedded server named " + name)
              .action("liftlock embedded status shows all of them"));
    }
    ServerSource source = source(url("any"));
    List<LocalServer> stopped = new ArrayList<>();
    for (LocalServer server : meant) {
      stopped.add(server.life() == LocalServer.Life.STOPPED ? server : source.stop(server));
    }
    return List.copyOf(stopped);
  }

  /** Every server that has data in the project. */
  public List<LocalServer> all() {
    return source(url("any")).servers(directory);
  }

  /**
   * Waits until none of them runs any more, for those who remove their data.
   *
   * @return whether all have stopped
   */
  public boolean awaitStop(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (all().stream().anyMatch(server -> server.life() != LocalServer.Life.STOPPED)) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return true;
  }

  private static DatabaseUrl url(String name) {
    return DatabaseUrl.parse(name.startsWith("embedded:") ? name : "embedded:" + name);
  }

  private static ServerSource source(DatabaseUrl url) {
    for (ServerSource source : ServiceLoader.load(ServerSource.class)) {
      if (source.accepts(url)) {
        return source;
      }
    }
    throw new UserError(
        Problem.error(ErrorCode.DATABASE_UNSUPPORTED, "this liftlock brings no server along"));
  }
}
