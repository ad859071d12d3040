package io.liftlock.engine.safety;

import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.sql.Dialect;
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
    String untied = each.transactional() ? "" : WITHOUT_TRANSACTION;
    List<Migration> migrations =
        migrations(each, List.of(each.setup(), untied + each.migration()), each.dialect(), folder);
    List<LintedScript> scripts = new ArrayList<>();
    for (Migration migration : migrations) {
      scripts.add(LintedScript.of(migration, migration.id().toString().equals("002")));
    }
    return scripts;
  }

  /**
   * Texts as the migrations 001, 002 and so on.
   *
   * @param what whose they are, for messages
   */
  static List<Migration> migrations(Object what, List<String> texts, Dialect dialect, Path folder) {
    int number = 0;
    for (String text : texts) {
      try {
        Files.writeString(folder.resolve("%03d_part.sql".formatted(++number)), text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Problems problems = new Problems();
    MigrationSet set =
        new MigrationReader((file, text, format) -> Map.of())
            .read(ReadRequest.of(folder, "main", dialect), problems);
    List<Problem> errors = problems.all().stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) {
      throw new AssertionError(what + "\n" + errors.get(0).render());
    }
    return set.graph().order();
  }

  /** The line of the case's migration that a line of its file is. */
  static int line(RuleCase each, int lineOfFile) {
    return each.transactional() || lineOfFile == 0 ? lineOfFile : lineOfFile - 1;
  }
}
