package io.liftlock.cli;

import io.liftlock.core.error.Bug;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Target;
import io.liftlock.core.report.Outcome;
import io.liftlock.runtime.DatabaseStatus;
import io.liftlock.runtime.EmbeddedServers;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.RunRequest;
import io.liftlock.runtime.config.ProjectOptions;
import io.liftlock.runtime.config.ProjectReader;
import io.liftlock.runtime.render.JsonDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the main job from beginning to end. */
@Command(
    name = "demo",
    header = "Migrate a PostgreSQL and a SQLite database, roll back, migrate again.",
    description = {
      "Copies the trading journal, the example project, to a temporary folder, migrates its two"
          + " databases, rolls everything back and migrates again, and prints what it does. The"
          + " PostgreSQL is the one that liftlock brings along. Touches nothing of yours and leaves"
          + " nothing behind, unless --keep is given."
    },
    footer = {"", "Examples:", "  liftlock demo", "  liftlock demo --keep"})
final class DemoCommand implements Verb {

  /** Where the launcher says that the example project is. */
  private static final String EXAMPLES = "liftlock.examples";

  private static final int ROUNDS = 100;

  @Option(names = "--keep", description = "Keep the folder, and tell where it is.")
  boolean keep;

  @Override
  public Answer run(Invocation invocation) {
    Path directory = copy(example());
    // Variables of this process must not lead the demo to somebody's database.
    Liftlock liftlock = Liftlock.of(ProjectReader.read(ProjectOptions.in(directory), Map.of()));
    // Also when a signal ends it: nobody else knows of the folder.
    Stage stage = new Stage(liftlock, directory, keep);
    Thread interrupted = new Thread(stage::clear, "demo");
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      return play(invocation, liftlock);
    } finally {
      stage.clear();
      leave(interrupted);
      if (keep) {
        invocation.terminal().note("the project is in " + directory);
      }
    }
  }

  /** Where a signal is ending the process, what the demo would say now is of no interest. */
  private static void leave(Thread interrupted) {
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException ending) {
      while (true) {
        LockSupport.park();
      }
    }
  }

  /** What the demo uses, and clears away once. */
  private static final class Stage {

    private final Liftlock liftlock;
    private final Path directory;
    private final boolean keep;
    private boolean cleared;

    Stage(Liftlock liftlock, Path directory, boolean keep) {
      this.liftlock = liftlock;
      this.directory = directory;
      this.keep = keep;
    }

    synchronized void clear() {
      if (cleared) {
        return;
      }
      cleared = true;
      liftlock.close();
      if (!keep) {
        new EmbeddedServers(directory).awaitStop(Duration.ofSeconds(30));
        delete(directory);
      }
    }
  }

  private static Path example() {
    String examples = System.getProperty(EXAMPLES, "");
    Path example = Path.of(examples).resolve("trading-journal");
    if (examples.isEmpty() || !Files.isDirectory(example)) {
      throw new UserError(
          Problem.error(ErrorCode.FILE_UNREADABLE, "the example project is not where it should be")
              .at(Place.of(example.toString()))
              .action("start the demo with ./liftlock from a clone of the repository"));
    }
    return example;
  }

  private static Answer play(Invocation invocation, Liftlock liftlock) {
    List<String> told = new ArrayList<>();
    try (Progress progress = Progress.on(invocation)) {
      liftlock.listen(progress);
      act(invocation, told, "liftlock status");
      status(invocation, liftlock);
      act(invocation, told, "liftlock migrate");
      run(invocation, liftlock, RunRequest.up());
      act(invocation, told, "liftlock rollback base");
      run(invocation, liftlock, RunRequest.to(Direction.DOWN, new Target.Nothing()));
      act(invocation, told, "liftlock migrate");
      run(invocation, liftlock, RunRequest.up());
      act(invocation, told, "liftlock status");
      List<DatabaseStatus> end = status(invocation, liftlock);
      boolean current = end.stream().allMatch(DatabaseStatus::isCurrent);
      return Answer.of(
              terminal -> {
                terminal.say("");
                terminal.say(
                    "Both databases went up, back to the beginning, and up again. Now:  liftlock"
                        + " init");
              },
              () -> JsonDocument.map("commands", told))
          .exit(current ? 0 : ErrorKind.BUG.exitCode());
    }
  }

  private static void act(Invocation invocation, List<String> told, String command) {
    told.add(command);
    if (invocation.options().format == GlobalOptions.Format.text) {
      invocation.terminal().say("");
      invocation.terminal().say(invocation.terminal().paint(Style.BOLD, "$ " + command));
    }
  }

  private static List<DatabaseStatus> status(Invocation invocation, Liftlock liftlock) {
    List<DatabaseStatus> status = liftlock.status();
    if (invocation.options().format == GlobalOptions.Format.text) {
      StatusCommand.print(invocation.terminal(), status);
    }
    return status;
  }

  private static void run(Invocation invocation, Liftlock liftlock, RunRequest request) {
    String word = request.direction() == Direction.UP ? "applied" : "reverted";
    Outcome outcome = liftlock.run(request);
    Answer answer = RunReport.of(liftlock.names(), word, outcome);
    if (answer.exit() != 0) {
      throw new Bug("the example did not run: " + answer.problems().get(0).render());
    }
    if (invocation.options().format == GlobalOptions.Format.text) {
      answer.text().accept(invocation.terminal());
    }
  }

  private static Path copy(Path example) {
    try (Stream<Path> files = Files.walk(example)) {
      Path directory = Files.createTempDirectory("liftlock-demo");
      for (Path file : files.toList()) {
        Path relative = example.relativize(file);
        boolean state = relative.startsWith(".liftlock") || relative.startsWith("state");
        Path target = directory.resolve(relative.toString());
        if (!state && Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else if (!state) {
          Files.copy(file, target);
        }
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The server that has just stopped may still clear up: what is new is found in the next round.
   */
  private static void delete(Path directory) {
    for (int round = 1; Files.exists(directory); round++) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        if (round == ROUNDS) {
          throw new UserError(
              Problem.error(ErrorCode.FILE_UNREADABLE, "the demo's folder cannot be removed")
                  .at(Place.of(directory.toString()))
                  .action("remove it by hand"),
              e);
        }
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
  }
}
