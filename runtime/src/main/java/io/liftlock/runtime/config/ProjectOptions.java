package io.liftlock.runtime.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What flags say of a project. Null stands for a flag that was not given.
 *
 * @param directory where to work; the configuration is looked for here and above
 * @param file the configuration to read, relative to {@code directory}
 * @param environment the environment to choose
 * @param database the one database to act on
 * @param url the one database to act on, instead of any configured one
 * @param layout the layout of the migration files
 */
public record ProjectOptions(
    Path directory,
    @Nullable Path file,
    @Nullable String environment,
    @Nullable String database,
    @Nullable String url,
    @Nullable String layout) {

  /** No flag but the folder. */
  public static ProjectOptions in(Path directory) {
    return new ProjectOptions(directory, null, null, null, null, null);
  }
}
