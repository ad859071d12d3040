package io.liftlock.runtime;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.ServerInfo;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.migration.Callback;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.proof.Conditions;
import io.liftlock.engine.proof.OwnServerDatabase;
import io.liftlock.engine.proof.Prelude;
import io.liftlock.engine.proof.Workbench;
import io.liftlock.runtime.config.DatabaseSource;
import io.liftlock.runtime.config.SchemaConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes scratch databases: on the server that the configuration names for that, else on the
 * database's own where its role may, else on the embedded PostgreSQL of the same major version. A
 * server that is started for it runs until this is closed.
 */
final class Scratches implements AutoCloseable {

  /** The majors that are brought along. */
  private static final int OLDEST = 14;

  private static final int NEWEST = 18;

  /** The folder of the server for scratch databases, apart from those that people name. */
  private static final String FOLDER = ".liftlock/scratch";

  private final OpenProject open;
  private final Map<String, Connections> servers = new LinkedHashMap<>();

  Scratches(OpenProject open) {
    this.open = open;
  }

  /**
   * An empty database with the prelude in it, like that of a configured name.
   *
   * @param database the configured name; one that is not configured stands for any PostgreSQL
   * @param callbacks scripts that run around migrations
   */
  Workbench workbench(String database, Dialect dialect, List<Callback> callbacks) {
    Prelude prelude =
        dialect == Dialect.POSTGRES
            ? Preludes.of(config().prelude(), open.project().directory())
            : Prelude.NONE;
    return Workbench.of(
        create(database, dialect),
        prelude,
        new Conditions(
            open.runOptions(), open.timing(), open.project().settings(), callbacks, event -> {}));
  }

  /**
   * An empty database like that of a configured name.
   *
   * @throws StateError SCRATCH_UNAVAILABLE
   */
  Database create(String database, Dialect dialect) {
    boolean known =
        open.project().targets().stream().anyMatch(source -> source.name().equals(database));
    if (dialect == Dialect.SQLITE) {
      return open.database(database)
          .scratch()
          .create()
          .orElseThrow(() -> unavailable(database, "SQLite could not make one"));
    }
    DatabaseUrl url = config().scratchUrl();
    if (url != null) {
      return onNamedServer(database, known, url);
    }
    if (known) {
      Database live = open.database(database);
      Optional<Database> beside = live.scratch().create();
      return beside.orElseGet(() -> embedded(database, live.server()));
    }
    return embedded(database, null);
  }

  private Database onNamedServer(String database, boolean known, DatabaseUrl url) {
    Database server = server("scratch.url", url, open.project().directory());
    if (known) {
      int major = open.database(database).server().major();
      if (server.server().major() != major) {
        throw unavailable(
            database,
            "it is PostgreSQL %d, and scratch.url leads to PostgreSQL %d, which prints schemas in another way"
                .formatted(major, server.server().major()));
      }
    }
    Database made =
        server
            .scratch()
            .create()
            .orElseThrow(
                () -> unavailable(database, "the role may not create databases on scratch.url"));
    return url.kind() == DatabaseUrl.Kind.EMBEDDED ? new OwnServerDatabase(made) : made;
  }

  /**
   * An empty database on the embedded PostgreSQL of the same major version as a configured one.
   *
   * @throws StateError SCRATCH_UNAVAILABLE
   */
  Database embedded(String database) {
    return embedded(database, open.database(database).server());
  }

  private Database embedded(String database, @Nullable ServerInfo like) {
    int major = like == null ? NEWEST : like.major();
    if (major < OLDEST || major > NEWEST) {
      throw unavailable(
          database,
          "the role may not create databases there, and no embedded PostgreSQL "
              + major
              + " is brought along");
    }
    DatabaseUrl url = DatabaseUrl.parse("embedded:scratch?durability=none&version=" + major);
    Path folder = open.project().directory().resolve(FOLDER);
    return new OwnServerDatabase(
        server("scratch", url, folder)
            .scratch()
            .create()
            .orElseThrow(
                () -> unavailable(database, "the embedded PostgreSQL refused to make one")));
  }

  private Database server(String name, DatabaseUrl url, Path folder) {
    Connections connections =
        servers.computeIfAbsent(
            url.toString(),
            key ->
                Connections.begin(
                        List.of(new DatabaseSource(name, url, name, List.of())),
                        folder,
                        open.project().history(),
                        open.runner())
                    .join());
    return connections.databases().values().iterator().next();
  }

  private SchemaConfig config() {
    return open.project().schemas();
  }

  private static StateError unavailable(String database, String why) {
    return new StateError(
        Problem.error(
                ErrorCode.SCRATCH_UNAVAILABLE,
                "no scratch database can be made for " + database + ": " + why)
            .action(
                "name a server where one may be made in the configuration: scratch.url; or let the"
                    + " role create databases: ALTER ROLE … CREATEDB"));
  }

  @Override
  public void close() {
    servers.values().forEach(Connections::close);
  }
}
