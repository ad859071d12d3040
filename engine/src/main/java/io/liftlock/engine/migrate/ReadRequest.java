package io.liftlock.engine.migrate;

import io.liftlock.core.sql.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to read.
 *
 * @param folders the migrations folders, at least one
 * @param base paths are shown relative to it where they lie below it
 * @param layout a layout's name, or null or {@code auto} to recognise it
 * @param databases the environment's databases, at least one
 * @param assignments which database a migration is for, by an id or a pattern with {@code *} and
 *     {@code ?} over its path within the folder, its file name or its title; the first that fits
 *     counts
 */
public record ReadRequest(
    List<Path> folders,
    Path base,
    @Nullable String layout,
    List<NamedDatabase> databases,
    Map<String, String> assignments) {

  /**
   * A configured database.
   *
   * @param name its name in the configuration
   * @param dialect what its SQL is cut by
   */
  public record NamedDatabase(String name, Dialect dialect) {}

  /** Checks that there is something to read, and for whom. */
  public ReadRequest {
    folders = List.copyOf(folders);
    databases = List.copyOf(databases);
    if (folders.isEmpty() || databases.isEmpty()) {
      throw new IllegalArgumentException("a read needs a folder and a database");
    }
  }

  /** One folder for one database, its layout recognised. */
  public static ReadRequest of(Path folder, String database, Dialect dialect) {
    return new ReadRequest(
        List.of(folder), folder, null, List.of(new NamedDatabase(database, dialect)), Map.of());
  }
}
