package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.config.DatabaseSource;
import io.liftlock.runtime.config.Project;
import io.liftlock.runtime.config.ProjectOptions;
import io.liftlock.runtime.config.ProjectReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One start of the command: its flags, its terminal, and the project it works on. */
final class Invocation implements AutoCloseable {

  private final String command;
  private final GlobalOptions options;
  private final Terminal terminal;
  private final Map<String, String> environment;
  private final Path current;
  private @Nullable Project project;
  private @Nullable Liftlock liftlock;
  private boolean told;

  Invocation(
      String command,
      GlobalOptions options,
      Terminal terminal,
      Map<String, String> environment,
      Path current) {
    this.command = command;
    this.options = options;
    this.terminal = terminal;
    this.environment = environment;
    this.current = current;
  }

  GlobalOptions options() {
    return options;
  }

  Terminal terminal() {
    return terminal;
  }

  /** The process's environment variables. */
  Map<String, String> environment() {
    return environment;
  }

  /** The folder to work in. */
  Path directory() {
    return options.directory == null ? current : current.resolve(options.directory);
  }

  /** The project, read when first asked for. */
  Project project() {
    if (project == null) {
      project =
          ProjectReader.read(
              new ProjectOptions(
                  directory(),
                  options.config,
                  options.environment,
                  options.database,
                  options.url,
                  options.layout),
              environment);
    }
    return project;
  }

  /** What does the work on the project, for commands that need only its files. */
  Liftlock files() {
    if (liftlock == null) {
      liftlock = Liftlock.of(project());
      liftlock.log("liftlock", "command " + command);
    }
    return liftlock;
  }

  /** What does the work on the project; its databases are told of first, without a password. */
  Liftlock liftlock() {
    if (!told) {
      told = true;
      if (options.format == GlobalOptions.Format.text) {
        for (DatabaseSource source : project().targets()) {
          terminal.note(
              terminal.paint(
                  Style.DIM,
                  "%s: %s (%s)".formatted(source.name(), shown(source), source.origin())));
        }
      }
    }
    return files();
  }

  /** Where a database is, files relative to the project. */
  String shown(DatabaseSource source) {
    return source.url().toString().replace(project().directory() + "/", "");
  }

  /** Writes what the command ends with to the project's log, where it keeps one. */
  void log(int exit, List<Problem> problems) {
    if (liftlock != null) {
      for (Problem problem : problems) {
        liftlock.log("liftlock", problem.render());
      }
      liftlock.log("liftlock", "command %s ended with %d".formatted(command, exit));
    }
  }

  /**
   * Asks a person whether to go on.
   *
   * @throws StateError CONFIRMATION_MISSING where nobody says yes
   */
  void confirm(String question) {
    if (!options.yes && !terminal.confirms(question)) {
      throw new StateError(
          Problem.error(ErrorCode.CONFIRMATION_MISSING, command + " was not confirmed")
              .action("answer yes, or give --yes"));
    }
  }

  @Override
  public void close() {
    if (liftlock != null) {
      liftlock.close();
    }
  }
}
