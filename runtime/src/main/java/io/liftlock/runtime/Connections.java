package io.liftlock.runtime;

import io.liftlock.core.change.Renderer;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistorySql;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.database.ServerSource;
import io.liftlock.core.database.SqlParser;
import io.liftlock.core.error.Bug;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import io.liftlock.core.sql.Dialect;
import io.liftlock.runtime.config.DatabaseSource;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The open databases of one command, and the servers that were started for them. */
final class Connections implements AutoCloseable {

  private final Map<String, Database> databases;
  private final Deque<Runnable> open;

  private Connections(Map<String, Database> databases, Deque<Runnable> open) {
    this.databases = databases;
    this.open = open;
  }

  /** Databases on their way to be open, all at the same time. */
  static final class Opening {

    private final Map<DatabaseSource, CompletableFuture<Opened>> opening;

    private Opening(Map<DatabaseSource, CompletableFuture<Opened>> opening) {
      this.opening = opening;
    }

    /**
     * Waits until all are open. Where one cannot be opened, none stays open.
     *
     * @throws LiftlockException with the faults of all that cannot be opened
     */
    Connections join() {
      Problems problems = new Problems();
      Map<String, Database> databases = new LinkedHashMap<>();
      Deque<Runnable> open = new ArrayDeque<>();
      Throwable first = null;
      for (Map.Entry<DatabaseSource, CompletableFuture<Opened>> entry : opening.entrySet()) {
        try {
          Opened opened = entry.getValue().join();
          opened.leases().forEach(lease -> open.push(lease::close));
          open.push(opened.database()::close);
          databases.put(entry.getKey().name(), opened.database());
        } catch (CompletionException e) {
          first = first == null ? e : first;
          if (e.getCause() instanceof LiftlockException fault) {
            problems.addAll(fault.problems());
          } else {
            problems.add(new Bug("opening a database failed", e.getCause()).problems().get(0));
          }
        }
      }
      Connections connections = new Connections(Collections.unmodifiableMap(databases), open);
      if (first != null) {
        connections.close();
        throw LiftlockException.of(problems.all(), first.getCause());
      }
      return connections;
    }

    /** Closes what is open or still opens; nobody wants it any more. */
    void abandon() {
      for (CompletableFuture<Opened> future : opening.values()) {
        try {
          Opened opened = future.join();
          closeOne(opened.database()::close);
          opened.leases().forEach(lease -> closeOne(lease::close));
        } catch (CompletionException neverOpened) {
          // It closed itself; why it failed no longer matters.
        }
      }
    }
  }

  /**
   * Begins to open every database and returns at once: meanwhile the files can be read.
   *
   * @param directory the project's folder, for servers that are brought along
   */
  static Opening begin(
      List<DatabaseSource> sources, Path directory, HistoryTable history, RunnerIdentity runner) {
    Map<DatabaseSource, CompletableFuture<Opened>> opening = new LinkedHashMap<>();
    for (DatabaseSource source : sources) {
      CompletableFuture<Opened> opened = new CompletableFuture<>();
      opening.put(source, opened);
      Thread thread =
          new Thread(
              () -> {
                try {
                  opened.complete(openOne(source, directory, history, runner));
                } catch (RuntimeException | Error e) {
                  opened.completeExceptionally(e);
                }
              },
              "open " + source.name());
      thread.setDaemon(true);
      thread.start();
    }
    return new Opening(opening);
  }

  private record Opened(Database database, List<ServerSource.Lease> leases) {}

  private static Opened openOne(
      DatabaseSource source, Path directory, HistoryTable history, RunnerIdentity runner) {
    List<ServerSource.Lease> leases = new ArrayList<>(1);
    boolean done = false;
    try {
      DatabaseUrl url = source.url();
      for (ServerSource server : ServiceLoader.load(ServerSource.class)) {
        if (server.accepts(url)) {
          ServerSource.Lease lease = server.lease(url, directory);
          leases.add(lease);
          url = lease.url();
        }
      }
      Database database = driver(url).open(url, new OpenOptions(source.name(), history, runner));
      done = true;
      return new Opened(database, leases);
    } finally {
      if (!done) {
        leases.forEach(ServerSource.Lease::close);
      }
    }
  }

  /**
   * The driver for a kind of URL.
   *
   * @throws UserError DATABASE_UNSUPPORTED where there is none
   */
  static DatabaseDriver driver(DatabaseUrl url) {
    for (DatabaseDriver driver : ServiceLoader.load(DatabaseDriver.class)) {
      if (driver.accepts(url)) {
        return driver;
      }
    }
    throw unsupported(url);
  }

  /** History rows as text for a kind of URL; nothing is started or connected to. */
  static HistorySql historySql(DatabaseUrl url, HistoryTable table) {
    Dialect dialect = url.kind() == DatabaseUrl.Kind.SQLITE ? Dialect.SQLITE : Dialect.POSTGRES;
    for (DatabaseDriver driver : ServiceLoader.load(DatabaseDriver.class)) {
      if (driver.dialect() == dialect) {
        return driver.historySql(table);
      }
    }
    throw unsupported(url);
  }

  /** What writes a dialect; nothing is started or connected to. */
  static Renderer renderer(Dialect dialect) {
    for (DatabaseDriver driver : ServiceLoader.load(DatabaseDriver.class)) {
      if (driver.dialect() == dialect) {
        return driver.renderer();
      }
    }
    throw new UserError(
        Problem.error(ErrorCode.DATABASE_UNSUPPORTED, "nothing here writes " + dialect.word())
            .action("put the adapter of that kind of database on the class path"));
  }

  /** What reads the statements of a dialect; nothing is started or connected to. */
  static SqlParser parser(Dialect dialect) {
    for (DatabaseDriver driver : ServiceLoader.load(DatabaseDriver.class)) {
      if (driver.dialect() == dialect) {
        return driver.parser();
      }
    }
    throw new UserError(
        Problem.error(ErrorCode.DATABASE_UNSUPPORTED, "nothing here reads " + dialect.word())
            .action("put the adapter of that kind of database on the class path"));
  }

  private static UserError unsupported(DatabaseUrl url) {
    return new UserError(
        Problem.error(ErrorCode.DATABASE_UNSUPPORTED, "nothing here opens " + url)
            .action("put the adapter of that kind of database on the class path"));
  }

  /** The databases by name, in the order they were asked for. */
  Map<String, Database> databases() {
    return databases;
  }

  /** Closes what was opened last first. A connection that is already gone does not matter. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      closeOne(open.pop());
    }
  }

  private static void closeOne(Runnable closing) {
    try {
      closing.run();
    } catch (LiftlockException alreadyGone) {
      // Whatever it held is given back by the end of the connection or of the process.
    }
  }
}
