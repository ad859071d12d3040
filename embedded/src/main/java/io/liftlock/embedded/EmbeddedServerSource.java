package io.liftlock.embedded;

import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.ServerSource;
import java.io.IOException;
import java.nio.file.Path;

/** Serves {@code embedded:NAME?version=16}. */
public final class EmbeddedServerSource implements ServerSource {

  /** Made by {@link java.util.ServiceLoader}. */
  public EmbeddedServerSource() {}

  @Override
  public boolean accepts(DatabaseUrl url) {
    return url.kind() == DatabaseUrl.Kind.EMBEDDED;
  }

  @Override
  public Lease lease(DatabaseUrl url, Path directory) {
    ServerRequest request = ServerRequest.of(url);
    ServerFolder folder = ServerFolder.of(directory, request);
    try {
      return new ServerStarter(request, folder).lease();
    } catch (IOException e) {
      throw Failures.file("starting the server in " + folder.root(), e);
    }
  }
}
