package io.liftlock.runtime;

import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.migrate.MigrationReader;
import io.liftlock.engine.migrate.ReadRequest;
import io.liftlock.runtime.config.DatabaseSource;
import io.liftlock.runtime.config.MetadataFiles;
import io.liftlock.runtime.config.ProjectReader;
import io.liftlock.runtime.transfer.CopyRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The migrations that make a new home, and the name of the database that they are for: that of the
 * target where it is configured and has some, else that of the source, whose schema they made.
 *
 * @param database the name that they are assigned to
 * @param set all of them; empty where there are none
 */
record HomeMigrations(String database, Optional<MigrationSet> set) {

  /** Reads them in the target's dialect, where the copy needs any. */
  static HomeMigrations of(
      OpenProject open, DatabaseSource from, DatabaseSource to, CopyRequest.Home home) {
    boolean needed =
        home.schema() == CopyRequest.SchemaOrigin.MIGRATIONS
            || home.afterwards() == CopyRequest.Afterwards.MIGRATE;
    return needed
        ? read(open, from, to, home.migrations())
        : new HomeMigrations(to.name(), Optional.empty());
  }

  /** Those of a folder, or of the project's folders where it is null. */
  private static HomeMigrations read(
      OpenProject open, DatabaseSource from, DatabaseSource to, @Nullable Path folder) {
    Dialect dialect = OpenProject.dialect(to.url());
    if (folder != null) {
      String only = ProjectReader.ONLY_DATABASE;
      ReadRequest request =
          new ReadRequest(
              List.of(folder),
              open.project().directory(),
              null,
              List.of(new ReadRequest.NamedDatabase(only, dialect)),
              Map.of());
      return new HomeMigrations(only, Optional.of(read(request)));
    }
    if (open.project().migrations().stream().noneMatch(Files::isDirectory)) {
      return new HomeMigrations(to.name(), Optional.empty());
    }
    List<String> candidates = new ArrayList<>();
    for (DatabaseSource end : List.of(to, from)) {
      if (open.project().databases().contains(end)) {
        candidates.add(end.name());
      }
    }
    if (candidates.isEmpty()) {
      candidates.add(ProjectReader.ONLY_DATABASE);
    }
    for (String candidate : candidates) {
      MigrationSet set = read(named(open.readRequest(), candidate, dialect));
      if (set.graph().order().stream().map(Migration::database).anyMatch(candidate::equals)) {
        return new HomeMigrations(candidate, Optional.of(set));
      }
    }
    return new HomeMigrations(candidates.get(candidates.size() - 1), Optional.empty());
  }

  /** The same files, where one of the databases speaks the target's dialect. */
  private static ReadRequest named(ReadRequest usual, String database, Dialect dialect) {
    List<ReadRequest.NamedDatabase> databases = new ArrayList<>();
    for (ReadRequest.NamedDatabase each : usual.databases()) {
      databases.add(
          each.name().equals(database) ? new ReadRequest.NamedDatabase(database, dialect) : each);
    }
    return new ReadRequest(
        usual.folders(), usual.base(), usual.layout(), databases, usual.assignments());
  }

  private static MigrationSet read(ReadRequest request) {
    Problems problems = new Problems();
    MigrationSet set = new MigrationReader(new MetadataFiles()).read(request, problems);
    problems.throwIfErrors();
    return set;
  }
}
