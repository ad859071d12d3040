package io.liftlock.embedded;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.LocalServer;
import io.liftlock.core.database.ServerSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Serves {@code embedded:NAME?version=16}: a PostgreSQL of that major (14 to 18, by default 18)
 * with a database of that name. With {@code durability=none} it is a server of its own that is
 * faster and forgets what the machine forgets, for tests.
 */
public final class EmbeddedServerSource implements ServerSource {

  /** Made by {@link java.util.ServiceLoader}. */
  public EmbeddedServerSource() {}

  @Override
  public boolean accepts(DatabaseUrl url) {
    return url.kind() == DatabaseUrl.Kind.EMBEDDED;
  }

  @Override
  public Lease lease(DatabaseUrl url, Path directory) {
    EmbeddedServer server = EmbeddedServer.of(url, directory);
    try {
      return server.lease();
    } catch (IOException e) {
      throw Failures.file("starting the server in " + server.folder().root(), e);
    }
  }

  @Override
  public LocalServer start(DatabaseUrl url, Path directory) {
    EmbeddedServer server = EmbeddedServer.of(url, directory);
    try {
      return server.keep();
    } catch (IOException e) {
      throw Failures.file("starting the server in " + server.folder().root(), e);
    }
  }

  @Override
  public LocalServer stop(LocalServer server) {
    try {
      return EmbeddedServer.at(server.folder()).stop();
    } catch (IOException e) {
      throw Failures.file("stopping the server in " + server.folder(), e);
    }
  }

  @Override
  public List<LocalServer> servers(Path directory) {
    try {
      return EmbeddedServer.all(directory);
    } catch (IOException e) {
      throw Failures.file("looking for servers in " + directory, e);
    }
  }
}
