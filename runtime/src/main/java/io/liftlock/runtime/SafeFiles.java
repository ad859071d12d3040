package io.liftlock.runtime;

import io.liftlock.core.error.Bug;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.Problems;
import io.liftlock.core.error.UserError;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.engine.migrate.MigrationReader;
import io.liftlock.engine.migrate.Standing;
import io.liftlock.engine.model.MigrationText;
import io.liftlock.runtime.config.MetadataFiles;
import io.liftlock.runtime.fix.FixRequest;
import io.liftlock.runtime.fix.FixedMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes safe forms into files: all of them, or none. */
final class SafeFiles {

  private final OpenProject open;
  private final List<Migration> order;

  SafeFiles(OpenProject open, List<Migration> order) {
    this.open = open;
    this.order = order;
  }

  /** Another text of what has run already would only make every later run stop. */
  void refuseApplied(Migration migration, Problems problems) {
    if (open.project().targets().isEmpty()) {
      return;
    }
    boolean pending =
        Standing.of(
                migration.database(),
                open.migrations().graph(),
                open.database(migration.database()).history().read())
            .pending()
            .contains(migration);
    if (!pending) {
      problems.add(
          Problem.error(
                  ErrorCode.MIGRATION_APPLIED,
                  migration.title() + " is applied already: another text of it would never run")
              .at(Place.of(migration.file()))
              .action("leave it as it is, and write what is still to be done as a new migration"));
    }
  }

  List<FixedMigration> write(List<FixedMigration> all, FixRequest.Writing writing) {
    Problems problems = new Problems();
    for (FixedMigration each : all) {
      refuseDisproven(each, problems);
      if (writing == FixRequest.Writing.NEW_FILES && !each.parts().isEmpty()) {
        refuseInTheMiddle(each.migration(), problems);
      }
    }
    problems.throwIfErrors();
    List<FixedMigration> written = new ArrayList<>();
    for (FixedMigration each : all) {
      written.add(each.isChanged() ? write(each) : each);
    }
    return written;
  }

  private static void refuseDisproven(FixedMigration each, Problems problems) {
    if (each.isDisproven()) {
      problems.add(
          Problem.error(
                  ErrorCode.PROOF_FAILED,
                  "the safe form of "
                      + each.migration().title()
                      + " does not come to the same as the original")
              .at(Place.of(each.migration().file()))
              .action(
                  "see what differs:  liftlock fix "
                      + each.migration().file()
                      + " --prove ; nothing was written"));
    }
  }

  /** New migrations come last; what comes after the original must not come before its end. */
  private void refuseInTheMiddle(Migration migration, Problems problems) {
    boolean last =
        order.stream()
            .filter(each -> each.database().equals(migration.database()))
            .reduce((left, right) -> right)
            .filter(migration::equals)
            .isPresent();
    if (!last) {
      problems.add(
          Problem.error(
                  ErrorCode.MIGRATION_NOT_LAST,
                  migration.title()
                      + " is not the last migration, so new files would run behind later ones")
              .at(Place.of(migration.file()))
              .action("write it into its own file:  liftlock fix --write " + migration.file()));
    }
  }

  private FixedMigration write(FixedMigration each) {
    List<String> written = new ArrayList<>();
    Migration migration = each.migration();
    replace(migration.file(), each.after());
    if (!isReadAsMeant(each)) {
      replace(migration.file(), each.before());
      throw new Bug("the safe form of " + migration.file() + " would be read as something else");
    }
    written.add(migration.file());
    Map<String, MigrationText> texts = new LinkedHashMap<>();
    int number = 1;
    for (String part : each.parts()) {
      texts.put(
          migration.name() + "_part_" + ++number,
          new MigrationText(
              "-- Notes: part " + number + " of " + migration.title() + "\n",
              part,
              // The whole is taken back by the first part, which goes last.
              "SELECT 1; -- " + migration.title() + " takes back all of its parts\n"));
    }
    new MigrationFiles(open)
        .write(texts, null, null, migration.database())
        .forEach(file -> written.add(file.toString()));
    return each.writtenTo(written);
  }

  /** What stands around the statements of a file can change what they mean: better look. */
  private boolean isReadAsMeant(FixedMigration each) {
    Problems problems = new Problems();
    MigrationSet set = new MigrationReader(new MetadataFiles()).read(open.readRequest(), problems);
    return !problems.hasErrors()
        && set.graph().at(each.migration().id()).stream()
            .anyMatch(
                read ->
                    read.file().equals(each.migration().file())
                        && read.up().checksum().equals(each.reads()));
  }

  /** Never half a file, whatever happens meanwhile. */
  private void replace(String file, String text) {
    Path target = open.project().directory().resolve(file);
    Path folder = target.getParent();
    if (folder == null) {
      throw new Bug("a migration without a folder: " + file);
    }
    try {
      Path fresh = Files.createTempFile(folder, ".fix", ".tmp");
      try {
        Files.writeString(fresh, text);
        copyPermissions(target, fresh);
        Files.move(
            fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new UserError(
          Problem.error(ErrorCode.FILE_UNREADABLE, "the file cannot be written").at(Place.of(file)),
          e);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    if (Files.getFileStore(from).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }
}
