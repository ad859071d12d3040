package io.liftlock.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's own files, as the documentation tests read them. */
final class Project {

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Set<String> NOT_OURS =
      Set.of("target", ".git", ".liftlock", ".idea", ".vscode", "node_modules");

  private Project() {}

  /** The folder that holds the root pom. */
  static Path root() {
    String set = System.getProperty("liftlock.root");
    Path root = Path.of(set == null || set.isEmpty() ? ".." : set).toAbsolutePath().normalize();
    if (!Files.isRegularFile(root.resolve("pom.xml"))) {
      throw new IllegalStateException("no pom.xml in " + root + "; set -Dliftlock.root");
    }
    return root;
  }

  static Path file(String relative) {
    return root().resolve(relative);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The modules in the order of the root pom. */
  static List<String> modules() {
    return MODULE
        .matcher(read(file("pom.xml")))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  /** Every Markdown page of the project. */
  static List<Path> pages() {
    try (Stream<Path> files = Files.walk(root())) {
      return files
          .filter(path -> path.getFileName().toString().endsWith(".md"))
          .filter(
              path -> {
                for (Path part : root().relativize(path)) {
                  if (NOT_OURS.contains(part.toString())) {
                    return false;
                  }
                }
                return true;
              })
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
