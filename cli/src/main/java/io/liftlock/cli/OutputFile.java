package io.liftlock.cli;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command writes where it was told to. */
final class OutputFile {

  private OutputFile() {}

  /**
   * Writes a text, over an older one; makes the folders on the way.
   *
   * @throws UserError FILE_UNREADABLE where it cannot be written
   */
  static void write(Path file, String text) {
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UserError(
          Problem.error(
                  ErrorCode.FILE_UNREADABLE,
                  "the file cannot be written: " + e.getClass().getSimpleName())
              .at(Place.of(file.toString())),
          e);
    }
  }
}
