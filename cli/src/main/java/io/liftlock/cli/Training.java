package io.liftlock.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
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

  private static final String CONFIGURATION =
      """
      environments:
        development:
          databases: {main: "embedded:main?durability=none", trades: "sqlite:trades.db"}
      """;

  private static final List<List<String>> LINES =
      List.of(
          List.of("version"),
          List.of("status"),
          List.of("migrate"),
          List.of("status", "--format", "json"),
          List.of("status"),
          List.of("history"),
          List.of("rollback", "base"),
          List.of("migrate", "--dry-run"),
          List.of("migrate"),
          List.of("migrate"),
          List.of("check"),
          List.of("inspect"),
          List.of("inspect", "--format", "json"),
          List.of("inspect", "main", "--out", "before.json"),
          List.of("diff", "before.json", "main", "--format", "json"),
          List.of("lint", "--fail-on", "never"),
          List.of("lint", "--format", "json", "--fail-on", "never"),
          List.of("verify"),
          List.of("copy", "--from", "main", "--to", "sqlite:copy.db", "--schema-from", "source"),
          List.of("compare", "main", "sqlite:copy.db", "--rows-only"),
          List.of("--help"));

  private Training() {}

  /** Works in the folder that the one argument names, which the caller removes. */
  public static void main(String[] args) throws IOException {
    Path directory = Files.createDirectories(Path.of(args[0]));
    Files.createDirectories(directory.resolve("migrations"));
    Files.writeString(directory.resolve("liftlock.yaml"), CONFIGURATION);
    write(directory, "001_rows", "postgres", "CREATE TABLE rows (id bigint PRIMARY KEY)");
    write(directory, "002_rows", "sqlite", "CREATE TABLE rows (id INTEGER PRIMARY KEY)");
    write(directory, "003_index", "postgres", "CREATE INDEX CONCURRENTLY rows_id ON rows (id)");
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    int failed = 0;
    for (List<String> line : LINES) {
      Terminal terminal = new Terminal(out, out, InputStream.nullInputStream(), true, false, false);
      int exit = new Shell(terminal, Map.of(), directory).run(line.toArray(String[]::new));
      terminal.flush();
      failed = Math.max(failed, exit);
    }
    System.exit(failed);
  }

  private static void write(Path directory, String name, String database, String sql)
      throws IOException {
    Path folder = directory.resolve("migrations");
    Files.writeString(
        folder.resolve(name + ".sql"),
        "-- Purpose: training\n-- Database: " + database + "\n" + sql + ";\n");
    Files.writeString(
        folder.resolve(name + "_rollback.sql"),
        "DROP " + (name.endsWith("index") ? "INDEX rows_id" : "TABLE rows") + ";\n");
  }
}
