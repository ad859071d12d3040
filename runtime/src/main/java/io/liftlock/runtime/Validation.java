package io.liftlock.runtime;

import io.liftlock.core.database.Database;
import io.liftlock.core.error.Problems;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.report.Validated;
import io.liftlock.core.sql.Dialect;
import io.liftlock.engine.migrate.Standing;
import io.liftlock.engine.proof.Conditions;
import io.liftlock.engine.proof.SeedFile;
import io.liftlock.engine.proof.SeedFolder;
import io.liftlock.engine.proof.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Proves in scratch databases that migrations go up, down and up again. */
public final class Validation {

  /** Where rows are that people wrote. */
  private static final String SEEDS = "seeds";

  private final OpenProject open;

  Validation(OpenProject open) {
    this.open = open;
  }

  /**
   * Proves the migrations of each database of the project, one database after the other. The
   * databases themselves are only read.
   *
   * @param listener is told which migration is being proven
   * @throws io.liftlock.core.error.StateError SCRATCH_UNAVAILABLE where no scratch database can be
   *     made
   * @throws io.liftlock.core.error.UserError SEED_INVALID where rows of people are wrong
   */
  public List<Validated> validate(ValidationRequest request, Listener listener) {
    MigrationSet set = open.migrations();
    Map<String, Database> databases = open.databases();
    List<Migration> all = new ArrayList<>(set.graph().order());
    all.addAll(set.graph().repeatables());
    Problems problems = new Problems();
    List<SeedFile> seeds = request.rows() == 0 ? List.of() : seeds(databases, all, problems);
    problems.throwIfErrors();
    Conditions conditions =
        new Conditions(
            open.runOptions(), open.timing(), open.project().settings(), set.callbacks(), listener);
    List<Validated> validated = new ArrayList<>();
    try (Scratches scratches = new Scratches(open)) {
      databases.forEach(
          (name, database) ->
              validated.add(
                  new Validator(
                          () -> scratches.workbench(name, database.dialect(), List.of()).database(),
                          conditions,
                          request.rows(),
                          new SplittableRandom(request.seed()),
                          seeds.stream().filter(file -> file.database().equals(name)).toList())
                      .validate(
                          name,
                          all.stream().filter(m -> m.database().equals(name)).toList(),
                          wanted(request, set, database))));
    }
    return List.copyOf(validated);
  }

  private List<SeedFile> seeds(
      Map<String, Database> databases, List<Migration> all, Problems problems) {
    Map<String, Dialect> dialects = new LinkedHashMap<>();
    databases.forEach((name, database) -> dialects.put(name, database.dialect()));
    Path folder = open.project().directory().resolve(SEEDS);
    return new SeedFolder(folder, SEEDS, dialects, all).read(problems);
  }

  private static Predicate<Migration> wanted(
      ValidationRequest request, MigrationSet set, Database database) {
    return switch (request.scope()) {
      case ALL -> migration -> true;
      case SINCE -> {
        Set<MigrationId> before = new HashSet<>();
        request
            .since()
            .ifPresent(
                id -> {
                  before.add(id);
                  before.addAll(set.graph().ancestors(id));
                });
        yield migration -> !before.contains(migration.id());
      }
      case PENDING -> {
        Set<Migration> pending =
            new HashSet<>(
                Standing.of(database.name(), set.graph(), database.history().read()).pending());
        yield pending::contains;
      }
    };
  }
}
