package io.liftlock.runtime.render;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Paths as a repository has them, which those who read reports beside its source go by: relative to
 * the folder that holds {@code .git}, or as they are where there is none.
 */
public final class RepositoryPaths {

  private final String prefix;

  private RepositoryPaths(String prefix) {
    this.prefix = prefix;
  }

  /**
   * Those of a project.
   *
   * @param project the project's folder, which paths are relative to
   */
  public static RepositoryPaths of(Path project) {
    Path absolute = project.toAbsolutePath().normalize();
    for (Path at = absolute; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        String prefix = at.relativize(absolute).toString().replace('\\', '/');
        return new RepositoryPaths(prefix.isEmpty() ? "" : prefix + "/");
      }
    }
    return new RepositoryPaths("");
  }

  /** A file's path as the repository has it. */
  public String path(String file) {
    return file.startsWith("/")
        ? file
        : Path.of(prefix + file).normalize().toString().replace('\\', '/');
  }
}
