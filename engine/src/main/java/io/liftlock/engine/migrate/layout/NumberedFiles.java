package io.liftlock.engine.migrate.layout;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.MigrationId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Places files whose names begin with a number: what most layouts share. */
final class NumberedFiles {

  private NumberedFiles() {}

  /**
   * Gives each file its place.
   *
   * @param accepted which names the layout has; others are strays
   * @param id the id of a name
   * @param pairByName whether a rollback must bear its migration's name, not only its number
   */
  static void arrange(
      Iterable<SqlFile> files,
      Arrangement into,
      Predicate<FileStem> accepted,
      Function<FileStem, MigrationId> id,
      boolean pairByName) {
    Set<String> migrations = new HashSet<>();
    if (pairByName) {
      for (SqlFile file : files) {
        file.numbered()
            .filter(stem -> stem.ending().role() == Part.Role.UP)
            .ifPresent(stem -> migrations.add(stem.base()));
      }
    }
    for (SqlFile file : files) {
      FileStem stem = file.numbered().filter(accepted).orElse(null);
      if (stem == null) {
        into.stray(file);
        continue;
      }
      if (stem.foreign()) {
        // A rollback for any engine may belong to a migration that is for other engines only.
        if (stem.ending().role() == Part.Role.UP) {
          into.draft(id.apply(stem), stem.name()).servesOthers();
        }
        continue;
      }
      Part.Role role = stem.ending().role();
      if (pairByName && role != Part.Role.UP && !migrations.contains(stem.base())) {
        into.problem(orphan(role, file, stem.base() + ".sql"));
        continue;
      }
      Draft draft = into.draft(id.apply(stem), stem.name());
      draft.with(new Part(role, stem.engine(), file));
      if (stem.autocommit()) {
        draft.withoutTransaction();
      }
    }
  }

  /** The problem of a rollback or verify script without its migration. */
  static Problem orphan(Part.Role role, SqlFile file, String missing) {
    return Problem.error(
            ErrorCode.ROLLBACK_ORPHAN,
            "the "
                + role.word()
                + " "
                + file.name()
                + " has no migration: "
                + missing
                + " is missing")
        .at(Place.of(file.file()))
        .action("restore the migration, rename this file after it, or remove it");
  }
}
