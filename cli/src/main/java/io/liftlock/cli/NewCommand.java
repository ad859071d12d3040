package io.liftlock.cli;

import io.liftlock.runtime.render.JsonDocument;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--feature",
      paramLabel = "FOLDER",
      description = "The feature or version folder to write to.")
  @Nullable String feature;

  @Option(names = "--author", paramLabel = "NAME", description = "For the header.")
  @Nullable String author;

  @Override
  public Answer run(Invocation invocation) {
    List<Path> files = invocation.files().files().create(name, author, feature);
    return Answer.of(
        terminal -> files.forEach(file -> terminal.say("wrote  " + file)),
        () -> JsonDocument.map("files", files));
  }
}
