package io.liftlock.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a new migration is written, and whose it is. */
final class NewFileOptions {

  @Option(
      names = "--feature",
      paramLabel = "FOLDER",
      description = "The feature or version folder to write to.")
  @Nullable String feature;

  @Option(names = "--author", paramLabel = "NAME", description = "For the header.")
  @Nullable String author;
}
