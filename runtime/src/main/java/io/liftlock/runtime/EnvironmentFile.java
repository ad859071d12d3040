package io.liftlock.runtime;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Sets a variable in a file of variables; every other line stays as it is. */
final class EnvironmentFile {

  private EnvironmentFile() {}

  /** Sets it, in its place where it is there, else at the end. Readers see the old or the new. */
  static void set(Path file, String name, String value) {
    try {
      List<String> lines =
          Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>();
      boolean found = false;
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        String export = line.startsWith("export ") ? "export " : "";
        if (line.substring(export.length()).strip().startsWith(name + "=")) {
          lines.set(i, export + name + "=" + value);
          found = true;
        }
      }
      if (!found) {
        lines.add(name + "=" + value);
      }
      // A link stays a link: what it points to is replaced.
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Path fresh = target.resolveSibling("." + target.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      if (Files.exists(target)) {
        // Copied first, so that the new file has the old one's permissions.
        Files.copy(target, fresh, StandardCopyOption.COPY_ATTRIBUTES);
      }
      Files.writeString(fresh, String.join("\n", lines) + "\n");
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
