package io.liftlock.runtime.transfer;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that says which rows go where: a line for each rename, {@code users.mail=users.email}, or
 * for something left behind, {@code drop users.phone}; empty lines, and comments from {@code #} on.
 */
record MappingFile(List<String> renames, List<String> drops) {

  private static final String DROP = "drop ";

  MappingFile {
    renames = List.copyOf(renames);
    drops = List.copyOf(drops);
  }

  /**
   * Reads a file.
   *
   * @throws UserError FILE_UNREADABLE, or COPY_MAPPING_INVALID with every line that says nothing
   */
  static MappingFile read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UserError(
          Problem.error(
                  ErrorCode.FILE_UNREADABLE,
                  "the mapping cannot be read: " + e.getClass().getSimpleName())
              .at(Place.of(file.toString()))
              .action("check --map-file"),
          e);
    }
    Problems problems = new Problems();
    List<String> renames = new ArrayList<>();
    List<String> drops = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("(^|\\s)#.*", "").strip();
      if (line.startsWith(DROP)) {
        drops.add(line.substring(DROP.length()).strip());
      } else if (line.indexOf('=') > 0) {
        renames.add(line);
      } else if (!line.isEmpty()) {
        problems.add(
            Problem.error(ErrorCode.COPY_MAPPING_INVALID, "the line is no mapping")
                .at(new Place(file.toString(), i + 1, 0))
                .action("write  users.mail=users.email  or  drop users.phone"));
      }
    }
    problems.throwIfErrors();
    return new MappingFile(renames, drops);
  }

  /** What the flags and the file say together. */
  TransferMapping addedTo(TransferMapping flags) {
    List<String> allRenames = new ArrayList<>(renames);
    allRenames.addAll(flags.renames());
    List<String> allDrops = new ArrayList<>(drops);
    allDrops.addAll(flags.drops());
    return new TransferMapping(allRenames, null, allDrops, flags.only(), flags.skip());
  }
}
