package io.liftlock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs the usual commands once on a project of its own, so that Java can keep the classes they need
 * in a form that starts quickly. The launcher starts it after a build.
 */
public final class Training {

  private Training() {}

  /** Works in the folder that the one argument names, which the caller removes. */
  public static void main(String[] args) throws IOException {
    Path directory = Files.createDirectories(Path.of(args[0]));
    Map<String, String> environment = Map.of("PATH", System.getenv().getOrDefault("PATH", ""));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    int worst = 0;
    for (List<String> line : lines()) {
      Terminal terminal = new Terminal(out, out, InputStream.nullInputStream(), true, false);
      int exit = new Shell(terminal, environment, directory).run(line.toArray(String[]::new));
      terminal.flush();
      worst = Math.max(worst, exit);
    }
    System.exit(worst);
  }

  private static List<List<String>> lines() throws UncheckedIOException {
    return List.of(List.of("version"), List.of("--help"), List.of("version", "--format", "json"));
  }
}
