package io.liftlock.cli;

import io.liftlock.core.error.Problem;
import io.liftlock.runtime.Liftlock;
import io.liftlock.runtime.render.JsonDocument;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Joins heads. */
@Command(
    name = "merge",
    header = "Write a migration that stands on all heads, so that there is one again.",
    description = {
      "Warns where migrations on different branches touch the same object: neither was written with"
          + " the other in mind."
    },
    footer = {"", "Examples:", "  liftlock merge", "  liftlock merge 'join events and setups'"})
final class MergeCommand implements Verb {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "What to call it; named after what it joins if left out.")
  String name = "";

  @Mixin NewFileOptions file = new NewFileOptions();

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.files();
    List<Problem> overlaps = liftlock.overlaps();
    List<Path> files = liftlock.files().merge(name, file.author, file.feature);
    return Answer.of(
            terminal -> {
              files.forEach(file -> terminal.say("wrote  " + file));
              if (files.isEmpty()) {
                terminal.say("nothing to do: there is one head");
              }
            },
            () -> JsonDocument.map("files", files))
        .problems(overlaps);
  }
}
