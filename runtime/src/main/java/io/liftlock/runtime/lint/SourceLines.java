package io.liftlock.runtime.lint;

import io.liftlock.core.error.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Lines of the files that findings stand in; a file is read up to the line that is asked for. */
public final class SourceLines {

  private final LintFiles files;

  /**
   * @param base what the paths of places are relative to
   */
  public SourceLines(Path base) {
    this.files = new LintFiles(base);
  }

  /** The line of a place; empty where it can no longer be read. */
  public Optional<String> line(Place place) {
    try (BufferedReader reader = Files.newBufferedReader(files.path(place.file()))) {
      return reader.lines().skip(place.line() - 1L).findFirst().map(SourceLines::withoutMark);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static String withoutMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }
}
