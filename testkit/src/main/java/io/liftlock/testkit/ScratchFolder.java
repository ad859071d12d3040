package io.liftlock.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folders for servers that end with this process. Nobody is left then to delete them, so whoever
 * makes the next one deletes those whose process is gone.
 */
final class ScratchFolder {

  private static final String PREFIX = "liftlock-scratch-";

  private ScratchFolder() {}

  static Path make() {
    try {
      Path home = Path.of(System.getProperty("java.io.tmpdir"));
      sweep(home);
      return Files.createTempDirectory(home, PREFIX + ProcessHandle.current().pid() + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sweep(Path home) throws IOException {
    List<Path> abandoned;
    try (Stream<Path> files = Files.list(home)) {
      abandoned = files.filter(ScratchFolder::isAbandoned).toList();
    }
    for (Path folder : abandoned) {
      try {
        delete(folder);
      } catch (IOException e) {
        // Another user's, or another process is deleting it too. It is only left-over space.
      }
    }
  }

  private static boolean isAbandoned(Path folder) {
    String name = folder.getFileName().toString();
    if (!name.startsWith(PREFIX)) {
      return false;
    }
    String owner = name.substring(PREFIX.length()).split("-", 2)[0];
    return owner.matches("\\d{1,10}")
        && ProcessHandle.of(Long.parseLong(owner)).isEmpty()
        // Its server may still be ending.
        && ProcessHandle.allProcesses()
            .noneMatch(
                process ->
                    process.info().commandLine().filter(line -> line.contains(name)).isPresent());
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
