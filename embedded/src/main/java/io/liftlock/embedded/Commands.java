package io.liftlock.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs the operating system's commands and PostgreSQL's own. */
final class Commands {

  private Commands() {}

  /** Where a command is found on the path, if anywhere. */
  static Optional<Path> find(String command) {
    @Nullable String path = System.getenv("PATH");
    for (String folder : (path == null ? "/usr/bin:/bin" : path).split(File.pathSeparator, -1)) {
      Path file = Path.of(folder.isEmpty() ? "." : folder, command);
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Runs a command to its end, its input from a text, and answers its exit code and output. */
  static Result run(List<String> command, String input, @Nullable Path folder) throws IOException {
    ProcessBuilder builder = builder(command).redirectErrorStream(true);
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    Process process = builder.start();
    try {
      try (var stdin = process.getOutputStream()) {
        // Inputs are shorter than a pipe's buffer: writing never waits for the output to be read.
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // It ended before it read all; its output tells why.
      }
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Result(process.waitFor(), output);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + command.get(0) + " was running", e);
    }
  }

  /** A process whose environment holds nothing that would change what PostgreSQL does. */
  static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
    return builder;
  }

  /**
   * What came of a command.
   *
   * @param exitCode 0 where all went well
   * @param output what it printed
   */
  record Result(int exitCode, String output) {}
}
