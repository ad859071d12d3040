package io.liftlock.runtime.lint;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptFile;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.ScriptSource;
import io.liftlock.core.sql.SectionMarks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files as people name them. */
public final class LintFiles {

  private final Path base;

  /**
   * @param base paths are shown relative to it where they lie below it
   */
  public LintFiles(Path base) {
    this.base = base.toAbsolutePath().normalize();
  }

  /**
   * The files that are named, those of folders in the order of their paths.
   *
   * @throws UserError FILE_UNREADABLE where there is no such file or folder
   */
  public Set<Path> expand(List<Path> named) {
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : named) {
      Path absolute = path.toAbsolutePath().normalize();
      if (!Files.exists(absolute)) {
        throw new UserError(
            Problem.error(ErrorCode.FILE_UNREADABLE, "there is no file or folder " + path)
                .action("check the path"));
      }
      if (!Files.isDirectory(absolute)) {
        files.add(absolute);
        continue;
      }
      try (Stream<Path> all = Files.walk(absolute)) {
        all.filter(file -> file.toString().endsWith(".sql") && Files.isRegularFile(file))
            .sorted()
            .forEach(files::add);
      } catch (IOException e) {
        throw new UserError(
            Problem.error(ErrorCode.FILE_UNREADABLE, "the folder cannot be read")
                .at(Place.of(shown(absolute))),
            e);
      }
    }
    return files;
  }

  /** A file's path as it is shown. */
  public String shown(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return (absolute.startsWith(base) ? base.relativize(absolute) : absolute)
        .toString()
        .replace('\\', '/');
  }

  /** Where a file that is shown so lies. */
  public Path path(String shown) {
    return base.resolve(shown).normalize();
  }

  /** Cuts a file that is no migration. */
  public ScriptFile read(Path file, Dialect dialect, Problems problems) {
    String shown = shown(file);
    return new ScriptReader()
        .read(
            new ScriptSource() {
              @Override
              public String file() {
                return shown;
              }

              @Override
              public InputStream open(long start) throws IOException {
                InputStream in = Files.newInputStream(file);
                in.skipNBytes(start);
                return in;
              }
            },
            dialect,
            SectionMarks.NONE,
            problems);
  }
}
