package io.liftlock.cli;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.StateError;
import io.liftlock.runtime.Liftlock;
import picocli.CommandLine.Command;

/** Tells whether databases are what their migrations make. */
@Command(
    name = "drift",
    header = "Compare each database with what its migrations build; exit with 1 on a difference.",
    description = {
      "Builds the applied migrations in a scratch database and compares. Changes nothing. Each"
          + " difference names the migration that touched the object last. Where the comparison"
          + " cannot be made, it exits with 1, too."
    },
    footer = {
      "",
      "Examples:",
      "  liftlock drift",
      "  liftlock drift --database main --format json"
    })
final class DriftCommand implements Verb {

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.liftlock();
    try {
      return DriftText.answer(liftlock.drifts().drift());
    } catch (DatabaseError | StateError e) {
      return DriftText.notMade(e);
    }
  }
}
