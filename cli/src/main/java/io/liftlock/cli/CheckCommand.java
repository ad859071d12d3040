package io.liftlock.cli;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.ErrorKind;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Place;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.runtime.DatabaseStatus;
import io.liftlock.runtime.Liftlock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** A gate for continuous integration and commit hooks. */
@Command(
    name = "check",
    header = "Exit with 1 when anything is pending, edited, missing, or has several heads.",
    description = {
      "For continuous integration and hooks before a commit. Changes nothing. Exits with 0 when"
          + " every database has every migration, unchanged, and the migrations have one head."
    },
    footer = {"", "Example:", "  liftlock check --env staging"})
final class CheckCommand implements Verb {

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.liftlock();
    List<DatabaseStatus> databases;
    try {
      databases = liftlock.status();
    } catch (DatabaseError | StateError e) {
      return notMade(e);
    }
    List<Problem> found = new ArrayList<>();
    List<MigrationId> heads = liftlock.migrations().graph().heads();
    if (heads.size() > 1) {
      found.add(
          Problem.error(
                  ErrorCode.CHECK_FOUND, "the migrations have " + heads.size() + " heads: " + heads)
              .action("join them:  liftlock merge"));
    }
    databases.forEach(database -> look(database, found));
    return Answer.of(
            terminal -> {
              if (found.isEmpty()) {
                terminal.say("clean: nothing is pending, edited or missing, and there is one head");
              }
            },
            () -> StatusCommand.document(databases))
        .exit(found.isEmpty() ? 0 : ErrorKind.FOUND.exitCode())
        .problems(found)
        .warned(liftlock.overlaps());
  }

  /** A check that could not be made is never a passed one. */
  private static Answer notMade(LiftlockException e) {
    List<Problem> problems = new ArrayList<>(e.problems());
    problems.add(Problem.error(ErrorCode.CHECK_FOUND, "the check could not be made"));
    return Answer.of(terminal -> {}, () -> null)
        .exit(ErrorKind.FOUND.exitCode())
        .problems(problems);
  }

  private static void look(DatabaseStatus database, List<Problem> found) {
    for (Migration migration : database.pending()) {
      boolean late = database.late().contains(migration);
      found.add(
          at(
              migration,
              "%s is %s on %s"
                  .formatted(migration.title(), late ? "late" : "pending", database.name()),
              "liftlock migrate" + (late ? " --out-of-order" : "")));
    }
    for (Migration migration : database.edited()) {
      found.add(
          at(
              migration,
              migration.title() + " was edited after it ran on " + database.name(),
              "liftlock repair shows what differs"));
    }
    for (MigrationId id : database.missing()) {
      found.add(
          Problem.error(
                  ErrorCode.CHECK_FOUND,
                  id + " is applied on " + database.name() + " without a file")
              .action("restore its file"));
    }
    database
        .stopped()
        .ifPresent(
            stopped ->
                found.add(
                    Problem.error(
                            ErrorCode.CHECK_FOUND,
                            stopped.id() + " is half-way on " + database.name())
                        .action(stopped.resume())));
  }

  private static Problem at(Migration migration, String message, String action) {
    return Problem.error(ErrorCode.CHECK_FOUND, message)
        .at(Place.of(migration.file()))
        .action(action);
  }
}
