package io.liftlock.runtime;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Header;
import io.liftlock.core.migration.HeaderParser;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.plan.ExecutionChoice;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.sql.Dialect;
import io.liftlock.core.sql.ScriptFile;
import io.liftlock.runtime.lint.LintFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that are named on the command line, as migrations that run in the order given. */
final class TracedFiles {

  private final OpenProject open;
  private final LintFiles files;

  TracedFiles(OpenProject open) {
    this.open = open;
    this.files = new LintFiles(open.project().directory());
  }

  /** What they do; a file that is a migration of the project is that migration. */
  List<PlannedMigration> plan(List<Path> named) {
    Problems problems = new Problems();
    Map<Path, Migration> known = known();
    List<PlannedMigration> plan = new ArrayList<>();
    for (Path file : files.expand(named)) {
      Migration migration = known.get(file);
      Optional<Migration> meant =
          migration == null ? alone(file, problems) : Optional.of(migration);
      meant.map(this::planned).ifPresent(plan::add);
    }
    problems.throwIfErrors();
    return plan;
  }

  private Map<Path, Migration> known() {
    Map<Path, Migration> known = new LinkedHashMap<>();
    if (open.project().migrations().stream().anyMatch(Files::isDirectory)) {
      List<Migration> all = new ArrayList<>(open.migrations().graph().order());
      all.addAll(open.migrations().graph().repeatables());
      all.forEach(migration -> known.put(files.path(migration.up().file()), migration));
    }
    return known;
  }

  private Optional<Migration> alone(Path file, Problems problems) {
    List<String> databases = List.copyOf(open.databases().keySet());
    ScriptFile read = files.read(file, Dialect.POSTGRES, problems);
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    int first = read.up().isEmpty() ? Integer.MAX_VALUE : read.up().iterator().next().span().line();
    Header header =
        HeaderParser.parse(read.file(), "", read.comments(), first, new Problems()).header();
    String database = header.database();
    if (database == null || !databases.contains(database)) {
      if (databases.size() != 1) {
        problems.add(
            Problem.error(
                    ErrorCode.DATABASE_UNASSIGNED,
                    "this file belongs to no migration, and it is not clear which database it is"
                        + " for")
                .at(Place.of(files.shown(file)))
                .action("choose one with --database: " + String.join(", ", databases)));
        return Optional.empty();
      }
      database = databases.get(0);
    }
    return Optional.of(
        new Migration(
            MigrationId.of(stem(file)),
            "",
            Migration.Kind.VERSIONED,
            database,
            Migration.Lineage.SEQUENCE,
            List.of(),
            header,
            read.file(),
            read.up(),
            Optional.empty(),
            Optional.empty()));
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".sql") && name.length() > 4 ? name.substring(0, name.length() - 4) : name;
  }

  private PlannedMigration planned(Migration migration) {
    Map<String, String> settings = new LinkedHashMap<>(open.project().settings());
    settings.putAll(migration.header().settings());
    return new PlannedMigration(
        migration,
        Direction.UP,
        ExecutionChoice.of(migration.up(), migration.header().transactional()).execution(),
        Optional.of(migration.up()),
        settings,
        Timeouts.NONE,
        1,
        null,
        null,
        Map.of());
  }
}
