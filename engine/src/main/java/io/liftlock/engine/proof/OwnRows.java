package io.liftlock.engine.proof;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.Work;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Step;
import io.liftlock.core.sql.Script;
import io.liftlock.core.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs the rows that people wrote themselves, each file in a transaction, at its place. */
final class OwnRows {

  private final List<SeedFile> files;
  private final Map<SeedFile, Problem> waiting = new LinkedHashMap<>();
  private final List<SeedFile> last = new ArrayList<>();

  OwnRows(List<SeedFile> files) {
    this.files = files;
    begin();
  }

  /** Begins anew, on another scratch database. */
  void begin() {
    waiting.clear();
    for (SeedFile file : files) {
      if (file.after().isEmpty()) {
        waiting.put(file, problem(file.script(), "no migration was run", null));
      }
    }
  }

  /**
   * Runs what has its place behind a migration, and what may find its tables now.
   *
   * @return whether anything ran
   */
  boolean run(Database database, MigrationId migration, List<Problem> problems) {
    last.clear();
    for (SeedFile file : files) {
      boolean here = file.after().filter(migration::equals).isPresent();
      if (here || waiting.containsKey(file)) {
        Optional<Problem> problem = run(database, file.script());
        if (problem.isEmpty()) {
          last.add(file);
        }
        if (here) {
          problem.ifPresent(problems::add);
        } else if (problem.isPresent()) {
          waiting.put(file, problem.get());
        } else {
          waiting.remove(file);
        }
      }
    }
    return !last.isEmpty();
  }

  /**
   * Runs again what ran last: where its rows went with their tables it writes them anew, and where
   * they are still there their keys refuse it, which is as well.
   */
  void again(Database database) {
    last.forEach(file -> run(database, file.script()));
  }

  /** What never found its tables. */
  List<Problem> left() {
    return List.copyOf(waiting.values());
  }

  private static Optional<Problem> run(Database database, Script script) {
    List<Work> work = new ArrayList<>();
    for (Statement statement : script) {
      work.add(
          new Work.Run(new Step(work.size() + 1, statement, Placement.INSIDE, Conditions.BUDGET)));
    }
    if (work.isEmpty()) {
      return Optional.empty();
    }
    try {
      database.session().configure(Conditions.BUDGET, Map.of());
      database.session().atomically(work);
      return Optional.empty();
    } catch (StatementFailure failure) {
      return Optional.of(problem(script, failure.problem().message(), failure.problem()));
    }
  }

  private static Problem problem(Script script, String why, @Nullable Problem cause) {
    return Problem.error(
            ErrorCode.SEED_INVALID, "the rows of " + script.file() + " cannot be written: " + why)
        .at(cause != null && cause.place() != null ? cause.place() : Place.of(script.file()))
        .action(
            "correct the file; its name tells when it runs: 014_orders.sql right after migration"
                + " 014, any other as soon as its tables are there");
  }
}
