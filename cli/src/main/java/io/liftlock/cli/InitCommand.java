package io.liftlock.cli;

import io.liftlock.runtime.config.ProjectWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Begins a project. */
@Command(
    name = "init",
    header = "Begin a project: write liftlock.yaml and a first migration.",
    description = {
      "Writes liftlock.yaml, migrations/ with a first migration and its rollback, and a .gitignore,"
          + " in the current folder. Never overwrites a file. Everything works at once, with a"
          + " PostgreSQL that liftlock brings along."
    },
    footer = {"", "Examples:", "  liftlock init && liftlock migrate", "  liftlock -C journal init"})
final class InitCommand implements Verb {

  @Override
  public Answer run(Invocation invocation) {
    List<Path> files = ProjectWriter.write(invocation.directory());
    return Answer.of(
        terminal -> {
          files.forEach(file -> terminal.say("wrote  " + file));
          terminal.note("next   liftlock migrate");
        },
        () -> Map.of("files", files));
  }
}
