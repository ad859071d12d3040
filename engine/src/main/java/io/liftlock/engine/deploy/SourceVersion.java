package io.liftlock.engine.deploy;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.migration.Target;
import io.liftlock.engine.migrate.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The version that a source is at, as steps that bring an empty target there.
 *
 * @param steps where the target is brought to, one after the other; several where branches have not
 *     been merged
 * @param notices what a person should know
 */
record SourceVersion(List<Target> steps, List<Problem> notices) {

  /**
   * Finds it out.
   *
   * @param set the project's migrations
   * @param database the name that the target's migrations are assigned to
   * @param history the source's own
   * @param said the version that a person says it is at
   * @param sameDialect whether the files' SQL is what ran on the source
   * @throws io.liftlock.core.error.LiftlockException where no files lead to that version
   */
  static SourceVersion of(
      MigrationSet set,
      String database,
      History history,
      Optional<MigrationId> said,
      boolean sameDialect) {
    Problems problems = new Problems();
    if (history.applied().isEmpty()) {
      return unwritten(set, said, problems);
    }
    history.stopped().ifPresent(at -> problems.add(stopped(at.id())));
    Standing standing = Standing.of(database, set.graph(), history);
    if (!standing.missing().isEmpty()) {
      problems.add(missing(standing));
    }
    problems.throwIfErrors();
    if (sameDialect) {
      standing.edited().forEach(migration -> problems.add(edited(migration)));
    }
    List<Target> steps = new ArrayList<>();
    if (standing.pending().isEmpty()) {
      steps.add(new Target.Everything());
    } else {
      standing.heads().forEach(head -> steps.add(new Target.Id(head)));
    }
    return new SourceVersion(steps, problems.warnings());
  }

  private static SourceVersion unwritten(
      MigrationSet set, Optional<MigrationId> said, Problems problems) {
    if (said.isPresent()) {
      if (set.graph().at(said.get()).isEmpty()) {
        problems.add(
            Problem.error(ErrorCode.MIGRATION_UNKNOWN, "no migration is called " + said.get())
                .action("give one of the files' ids as the source's version"));
      }
      problems.throwIfErrors();
      return new SourceVersion(List.of(new Target.Id(said.get())), List.of());
    }
    return new SourceVersion(
        List.of(new Target.Everything()),
        List.of(
            Problem.warning(
                    ErrorCode.MIGRATION_MISSING,
                    "the source has no history of migrations, so the target gets all of them")
                .action("say which version the source is at with --source-version ID")));
  }

  private static Problem stopped(MigrationId id) {
    return Problem.error(
            ErrorCode.MIGRATION_BLOCKED,
            "migration " + id + " has not come to its end on the source, so it has no version")
        .action("complete it there first: liftlock migrate");
  }

  private static Problem missing(Standing standing) {
    return Problem.error(
            ErrorCode.MIGRATION_MISSING,
            "the source has migrations that have no file, so the target cannot be brought to its"
                + " version: "
                + standing.missing().stream()
                    .map(entry -> entry.id().toString())
                    .collect(Collectors.joining(", ")))
        .action(
            "restore the files, or make the target's schema by what the source looks like:"
                + " --schema-from source");
  }

  private static Problem edited(Migration migration) {
    return Problem.warning(
        ErrorCode.HISTORY_CHANGED,
        "the file of migration "
            + migration.title()
            + " is not what ran on the source; the target's schema may differ from the source's");
  }

  /** Whether a target has all of it, and more. */
  static boolean isBehind(History source, History target) {
    Set<MigrationId> more = new HashSet<>(target.applied().keySet());
    more.removeAll(source.applied().keySet());
    return !more.isEmpty() && target.applied().keySet().containsAll(source.applied().keySet());
  }
}
