package io.liftlock.runtime;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.ScriptReader;
import io.liftlock.core.sql.ScriptSource;
import io.liftlock.core.sql.SectionMarks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the SQL files of a desired state. */
final class ModelFiles {

  private final Path directory;

  /**
   * @param directory paths are shown relative to it
   */
  ModelFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * The scripts of files and folders, in the order given; of a folder every {@code .sql} file below
   * it, in the order of their paths.
   *
   * @throws UserError MODEL_MISSING where there is no SQL file, or with everything that is wrong in
   *     them
   */
  List<Script> read(List<Path> paths, Dialect dialect) {
    Problems problems = new Problems();
    ScriptReader reader = new ScriptReader();
    List<Script> scripts = new ArrayList<>();
    for (Path path : paths) {
      for (Path file : files(path)) {
        scripts.add(reader.read(source(file), dialect, SectionMarks.NONE, problems).up());
      }
    }
    problems.throwIfErrors();
    return List.copyOf(scripts);
  }

  /** The texts of the same files, as they are. */
  Map<String, String> texts(List<Path> paths) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Path path : paths) {
      for (Path file : files(path)) {
        try {
          texts.put(shown(file), Files.readString(file));
        } catch (IOException e) {
          throw new UserError(
              Problem.error(ErrorCode.FILE_UNREADABLE, "the file cannot be read")
                  .at(Place.of(shown(file))),
              e);
        }
      }
    }
    return texts;
  }

  private List<Path> files(Path path) {
    if (!Files.exists(path)) {
      throw missing("there is no file or folder " + shown(path));
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> files =
          all.filter(file -> file.toString().endsWith(".sql") && Files.isRegularFile(file))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw missing("there is no SQL file in " + shown(path));
      }
      return files;
    } catch (IOException e) {
      throw new UserError(
          Problem.error(ErrorCode.FILE_UNREADABLE, "the folder cannot be read")
              .at(Place.of(shown(path))),
          e);
    }
  }

  private static UserError missing(String what) {
    return new UserError(
        Problem.error(ErrorCode.MODEL_MISSING, "the model is not there: " + what)
            .action("correct  model:  in liftlock.yaml, or write the file"));
  }

  private ScriptSource source(Path file) {
    String shown = shown(file);
    return new ScriptSource() {
      @Override
      public String file() {
        return shown;
      }

      @Override
      public InputStream open(long start) throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(start);
        return in;
      }
    };
  }

  private String shown(Path path) {
    return path.startsWith(directory) ? directory.relativize(path).toString() : path.toString();
  }
}
