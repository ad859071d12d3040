package io.liftlock.runtime;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Suggestion;
import io.liftlock.core.error.UserError;
import io.liftlock.runtime.config.DatabaseSource;
import io.liftlock.runtime.transfer.DatabaseEnd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The two databases that a command names, each by its configured name or its URL, open. */
final class TwoDatabases implements AutoCloseable {

  private final DatabaseSource first;
  private final DatabaseSource second;
  private final Connections firstOpen;
  private final Connections secondOpen;

  private TwoDatabases(
      DatabaseSource first, DatabaseSource second, Connections firstOpen, Connections secondOpen) {
    this.first = first;
    this.second = second;
    this.firstOpen = firstOpen;
    this.secondOpen = secondOpen;
  }

  /**
   * Names one of them.
   *
   * @param text a configured name or a URL
   * @param base the folder that a file in a URL is found from
   * @throws UserError DATABASE_UNKNOWN for neither of them
   */
  static DatabaseSource source(OpenProject open, String text, Path base) {
    List<DatabaseSource> configured = open.project().databases();
    for (DatabaseSource source : configured) {
      if (source.name().equals(text)) {
        return source;
      }
    }
    if (text.indexOf(':') < 0) {
      List<String> names = configured.stream().map(DatabaseSource::name).toList();
      throw new UserError(
          Problem.error(
                  ErrorCode.DATABASE_UNKNOWN,
                  "%s is neither a URL nor a database of the environment %s"
                      .formatted(text, open.project().environment()))
              .action(
                  Suggestion.closest(text, names)
                      .map(near -> "did you mean " + near + "?")
                      .orElse(
                          "write postgresql://user@host:5432/name, sqlite:FILE, embedded:NAME, or"
                              + " a name of liftlock.yaml")));
    }
    DatabaseUrl url = DatabaseUrl.parse(text);
    if (url.kind() == DatabaseUrl.Kind.SQLITE && !url.location().startsWith(":memory:")) {
      url = url.withLocation(base.resolve(url.location()).normalize().toString());
    }
    return new DatabaseSource(url.toString(), url, "the command line", List.of());
  }

  /** Makes sure that a SQLite file is there: opening one that is not would make an empty one. */
  static void requireFile(DatabaseSource source) {
    DatabaseUrl url = source.url();
    if (url.kind() == DatabaseUrl.Kind.SQLITE && !Files.exists(Path.of(url.location()))) {
      throw new UserError(
          Problem.error(ErrorCode.DATABASE_UNKNOWN, "there is no database file " + url.location())
              .action("correct the name; it is found from the folder that the command works in"));
    }
  }

  /** Opens both at the same time; they may have one name. */
  static TwoDatabases open(OpenProject open, DatabaseSource first, DatabaseSource second) {
    Connections.Opening one = begin(open, first);
    Connections.Opening other = begin(open, second);
    Connections opened;
    try {
      opened = one.join();
    } catch (LiftlockException e) {
      other.abandon();
      throw e;
    }
    try {
      return new TwoDatabases(first, second, opened, other.join());
    } catch (LiftlockException e) {
      opened.close();
      throw e;
    }
  }

  private static Connections.Opening begin(OpenProject open, DatabaseSource source) {
    return Connections.begin(
        List.of(source), open.project().directory(), open.project().history(), open.runner());
  }

  Database first() {
    return firstOpen.databases().values().iterator().next();
  }

  Database second() {
    return secondOpen.databases().values().iterator().next();
  }

  DatabaseEnd firstEnd() {
    return DatabaseEnd.of(first.name(), first.url().toString(), first());
  }

  DatabaseEnd secondEnd() {
    return DatabaseEnd.of(second.name(), second.url().toString(), second());
  }

  @Override
  public void close() {
    secondOpen.close();
    firstOpen.close();
  }
}
