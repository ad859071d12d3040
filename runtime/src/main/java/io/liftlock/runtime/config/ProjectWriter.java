package io.liftlock.runtime.config;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the files of a new project. Never overwrites one. */
public final class ProjectWriter {

  private static final String CONFIGURATION =
      """
      # The configuration of liftlock; every key is explained in docs/configuration.md.
      migrations: migrations

      environments:
        development:
          databases:
            # DATABASE_URL if it is set, else a PostgreSQL that liftlock brings along.
            main: ${DATABASE_URL:-embedded:main}
          disposable: true        # `liftlock reset` may drop and rebuild it

        # production:
        #   databases:
        #     main: ${PRODUCTION_DATABASE_URL}
        #   policy: {lock-timeout: 2s, statement-timeout: 15min}
      """;

  private static final String FIRST =
      """
      -- Migration: 001_create_notes
      -- Purpose: The first table, to see that everything works; replace it with your own

      CREATE TABLE notes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        body text NOT NULL,
        written_at timestamptz NOT NULL DEFAULT now()
      );
      """;

  private static final String FIRST_ROLLBACK =
      """
      DROP TABLE notes;
      """;

  private ProjectWriter() {}

  /**
   * Writes {@code liftlock.yaml}, a first migration with its rollback where the folder has none
   * yet, and a {@code .gitignore} where there is none.
   *
   * @param directory the project's folder; made where it is missing
   * @return what was written, relative to the folder
   * @throws UserError FILE_EXISTS where the configuration is already there; nothing is written then
   */
  public static List<Path> write(Path directory) {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(Path.of(ProjectReader.FILE_NAME), CONFIGURATION);
    Path migrations = Path.of("migrations");
    if (!Files.exists(directory.resolve(migrations))) {
      files.put(migrations.resolve("001_create_notes.sql"), FIRST);
      files.put(migrations.resolve("001_create_notes_rollback.sql"), FIRST_ROLLBACK);
    }
    if (!Files.exists(directory.resolve(".gitignore"))) {
      files.put(Path.of(".gitignore"), ".liftlock/\n.env\n");
    }
    Problems problems = new Problems();
    for (Path file : files.keySet()) {
      if (Files.exists(directory.resolve(file))) {
        problems.add(
            Problem.error(ErrorCode.FILE_EXISTS, "the file " + file + " is already there")
                .at(Place.of(file.toString()))
                .action("this folder is a project already; go on with:  liftlock status"));
      }
    }
    problems.throwIfErrors();
    files.forEach((file, text) -> create(directory.resolve(file), text));
    return List.copyOf(files.keySet());
  }

  private static void create(Path file, String text) {
    try {
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UserError(
          Problem.error(
                  ErrorCode.FILE_UNREADABLE,
                  "the file cannot be written: " + e.getClass().getSimpleName())
              .at(Place.of(file.toString()))
              .action("check that the folder is yours to write"),
          e);
    }
  }
}
