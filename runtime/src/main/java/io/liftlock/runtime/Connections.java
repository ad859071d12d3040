package io.liftlock.runtime;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.database.ServerSource;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
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

  /**
   * Opens every database, all at the same time. Where one cannot be opened, none stays open.
   *
   * @param directory the project's folder, for servers that are brought along
   * @throws LiftlockException with the faults of all that cannot be opened
   */
  static Connections open(
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
    Problems problems = new Problems();
    Map<String, Database> databases = new LinkedHashMap<>();
    Deque<Runnable> open = new ArrayDeque<>();
    LiftlockException first = null;
    for (Map.Entry<DatabaseSource, CompletableFuture<Opened>> entry : opening.entrySet()) {
      try {
        Opened opened = entry.getValue().join();
        opened.leases().forEach(lease -> open.push(lease::close));
        open.push(opened.database()::close);
        databases.put(entry.getKey().name(), opened.database());
      } catch (CompletionException e) {
        if (!(e.getCause() instanceof LiftlockException fault)) {
          new Connections(databases, open).close();
          throw e;
        }
        first = first == null ? fault : first;
        problems.addAll(fault.problems());
      }
    }
    Connections connections = new Connections(Collections.unmodifiableMap(databases), open);
    if (first != null) {
      connections.close();
      throw LiftlockException.of(problems.all(), first);
    }
    return connections;
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
      for (DatabaseDriver driver : ServiceLoader.load(DatabaseDriver.class)) {
        if (driver.accepts(url)) {
          Database database = driver.open(url, new OpenOptions(source.name(), history, runner));
          done = true;
          return new Opened(database, leases);
        }
      }
      throw new UserError(
          Problem.error(
                  ErrorCode.DATABASE_UNSUPPORTED,
                  "nothing here opens " + url + ", the database " + source.name())
              .action("put the adapter of that kind of database on the class path"));
    } finally {
      if (!done) {
        leases.forEach(ServerSource.Lease::close);
      }
    }
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
