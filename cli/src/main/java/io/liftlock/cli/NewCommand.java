package io.liftlock.cli;

import io.liftlock.runtime.render.JsonDocument;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Begins a migration. */
@Command(
    name = "new",
    header = "Write the next migration and its rollback, header filled in.",
    description = {
      "The number continues the folder's own form: sequential numbers or timestamps, in the layout"
          + " that the folder has. Never overwrites a file."
    },
    footer = {
      "",
      "Examples:",
      "  liftlock new add_author",
      "  liftlock new 'trades have notes' --database trades",
      "  liftlock new add_tag --feature events",
    })
final class NewCommand implements Verb {

  @Parameters(index = "0", paramLabel = "NAME", description = "What it does, in a few words.")
  String name = "";

  @Mixin NewFileOptions file = new NewFileOptions();

  @Override
  public Answer run(Invocation invocation) {
    List<Path> files = invocation.files().files().create(name, file.author, file.feature);
    return Answer.of(
        terminal -> files.forEach(file -> terminal.say("wrote  " + file)),
        () -> JsonDocument.map("files", files));
  }
}
