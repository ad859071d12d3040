package io.liftlock.engine.safety;

import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.engine.migrate.MigrationReader;
import io.liftlock.engine.migrate.ReadRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Migrations of a case, read from files as those of a user are. */
final class CaseScripts {

  private static final String WITHOUT_TRANSACTION = "-- Transaction: none\n";

  private CaseScripts() {}

  /**
   * The set-up and the migration of a case.
   *
   * @param folder an empty folder
   */
  static List<LintedScript> of(RuleCase each, Path folder) {
    List<Migration> migrations =
        read(each, each.setup(), each.migration(), each.transactional(), folder);
    List<LintedScript> scripts = new ArrayList<>();
    for (Migration migration : migrations) {
      scripts.add(LintedScript.of(migration, migration.id().toString().equals("002")));
    }
    return scripts;
  }

  private static List<Migration> read(
      RuleCase each, String setup, String migration, boolean transactional, Path folder) {
    try {
      Files.writeString(folder.resolve("001_setup.sql"), setup);
      Files.writeString(
          folder.resolve("002_migration.sql"),
          (transactional ? "" : WITHOUT_TRANSACTION) + migration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Problems problems = new Problems();
    MigrationSet set =
        new MigrationReader((file, text, format) -> Map.of())
            .read(ReadRequest.of(folder, "main", each.dialect()), problems);
    List<Problem> errors = problems.all().stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      throw new AssertionError(each + "\n" + errors.get(0).render());
    }
    return set.graph().order();
  }

  /** The line of the case's migration that a line of its file is. */
  static int line(RuleCase each, int lineOfFile) {
    return each.transactional() || lineOfFile == 0 ? lineOfFile : lineOfFile - 1;
  }
}
