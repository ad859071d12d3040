package io.liftlock.engine.proof;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.ScriptSource;
import io.liftlock.core.sql.SectionMarks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the folder of rows that people wrote: {@code 014_orders.sql} runs right after migration
 * 014, any other as soon as its tables are there. A folder in it is called like a database and
 * holds that one's files.
 */
public final class SeedFolder {

  private final Path folder;
  private final String shown;
  private final Map<String, Dialect> databases;
  private final List<Migration> migrations;

  /**
   * @param folder where the files are; it need not exist
   * @param shown the folder as people write it, for errors
   * @param databases the configured databases and what is spoken there
   * @param migrations all migrations of those databases
   */
  public SeedFolder(
      Path folder, String shown, Map<String, Dialect> databases, List<Migration> migrations) {
    this.folder = folder;
    this.shown = shown;
    this.databases = databases;
    this.migrations = migrations;
  }

  /**
   * Reads the files in the order of their names.
   *
   * @param problems takes everything that is wrong with them
   */
  public List<SeedFile> read(Problems problems) {
    List<SeedFile> files = new ArrayList<>();
    for (Path path : children(folder, problems)) {
      String name = path.getFileName().toString();
      if (Files.isDirectory(path)) {
        if (databases.containsKey(name)) {
          for (Path inside : children(path, problems)) {
            read(inside, shown + "/" + name, Optional.of(name), files, problems);
          }
        } else {
          problems.add(invalid(shown + "/" + name, "no database is called " + name));
        }
      } else {
        read(path, shown, Optional.empty(), files, problems);
      }
    }
    return List.copyOf(files);
  }

  private List<Path> children(Path parent, Problems problems) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(parent)) {
      return list.sorted().toList();
    } catch (IOException e) {
      problems.add(
          Problem.error(ErrorCode.FILE_UNREADABLE, "the folder " + shown + " cannot be read")
              .at(Place.of(shown)));
      return List.of();
    }
  }

  private void read(
      Path path,
      String parent,
      Optional<String> database,
      List<SeedFile> files,
      Problems problems) {
    String name = path.getFileName().toString();
    if (!name.endsWith(".sql")) {
      return;
    }
    String file = parent + "/" + name;
    List<Migration> named =
        migrations.stream()
            .filter(migration -> isNamed(name, migration))
            .filter(migration -> database.map(migration.database()::equals).orElse(true))
            .toList();
    Optional<String> where =
        database
            .or(() -> only(named.stream().map(Migration::database).distinct().toList()))
            .or(() -> only(List.copyOf(databases.keySet())));
    if (where.isEmpty()) {
      problems.add(invalid(file, "it does not say for which database it is"));
      return;
    }
    files.add(
        new SeedFile(
            where.get(),
            named.stream().map(Migration::id).findFirst(),
            new ScriptReader()
                .read(
                    new OnDisk(file, path),
                    databases.getOrDefault(where.get(), Dialect.POSTGRES),
                    SectionMarks.NONE,
                    problems)
                .up()));
  }

  /** A file's bytes, read from wherever they are wanted. */
  private record OnDisk(String file, Path path) implements ScriptSource {
    @Override
    public InputStream open(long start) throws IOException {
      InputStream in = Files.newInputStream(path);
      in.skipNBytes(start);
      return in;
    }
  }

  private static Optional<String> only(List<String> names) {
    return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
  }

  /** Whether a file's name begins with a migration's id. */
  private static boolean isNamed(String name, Migration migration) {
    String stem = name.substring(0, name.length() - ".sql".length());
    MigrationId id = migration.id();
    int end = stem.indexOf('_');
    return stem.equals(id.label())
        || stem.equals(migration.title())
        || (end > 0 && MigrationId.of(id.branch(), stem.substring(0, end)).equals(id));
  }

  private static Problem invalid(String file, String why) {
    return Problem.error(ErrorCode.SEED_INVALID, "the rows of " + file + " cannot be used: " + why)
        .at(Place.of(file))
        .action("name it after a migration, or put it into a folder with its database's name");
  }
}
