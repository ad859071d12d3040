package io.liftlock.e2e;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.DatabaseDriver;
import io.liftlock.core.database.DatabaseUrl;
import io.liftlock.core.database.HistoryTable;
import io.liftlock.core.database.OpenOptions;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.testkit.Forked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The real command, in processes of its own, on a folder of migrations. */
final class Command {

  private static final Duration LONGEST = Duration.ofMinutes(4);

  private final Path folder;
  private final List<String> before;

  /** Works in a folder with a configuration. */
  Command(Path folder) {
    this(folder, List.of());
  }

  private Command(Path folder, List<String> before) {
    this.folder = folder;
    this.before = before;
  }

  /** Works in a folder on one database, without a configuration. */
  Command on(String url) {
    return new Command(folder, List.of("--url", url));
  }

  /**
   * What a process said at its end.
   *
   * @param exit its exit code
   * @param output what it wrote, errors included
   */
  record Answer(int exit, String output) {}

  /** Starts it. */
  Forked start(String... arguments) {
    return startWith(List.of(), arguments);
  }

  /** Starts it with options for the JVM. */
  Forked startWith(List<String> options, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(before);
    return Forked.start(folder, options, "io.liftlock.cli.Main", all.toArray(String[]::new));
  }

  /** Runs it to its end. */
  Answer run(String... arguments) {
    return runWith(List.of(), arguments);
  }

  /** Runs it to its end with options for the JVM. */
  Answer runWith(List<String> options, String... arguments) {
    try (Forked process = startWith(options, arguments)) {
      return end(process);
    }
  }

  /** Waits for the end of a process. */
  static Answer end(Forked process) {
    int exit = process.exitCode(LONGEST);
    return new Answer(exit, process.wholeOutput());
  }

  /** Writes a migration. */
  Command write(String name, String sql) {
    try {
      Path file = folder.resolve("migrations").resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, sql, StandardCharsets.UTF_8);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a database looks like, without the history. */
  static String fingerprint(DatabaseUrl url) {
    OpenOptions options =
        new OpenOptions(
            "main",
            HistoryTable.DEFAULT,
            new RunnerIdentity("tester", "here", 1, Instant.EPOCH, "test"));
    try (Database database =
        ServiceLoader.load(DatabaseDriver.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(driver -> driver.accepts(url))
            .findFirst()
            .orElseThrow()
            .open(url, options)) {
      return database.inspector().inspect().fingerprint();
    }
  }
}
