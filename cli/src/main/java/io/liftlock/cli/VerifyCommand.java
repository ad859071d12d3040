package io.liftlock.cli;

import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.StateError;
import io.liftlock.core.error.UserError;
import io.liftlock.runtime.Liftlock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells whether anybody changed a database since the last run. */
@Command(
    name = "verify",
    header = "Compare each database with what the last run left; exit with 1 on a difference.",
    description = {
      "Changes nothing and needs no scratch database. Each difference names the migration that"
          + " touched the object last. Where no run has kept a snapshot, or the comparison cannot"
          + " be made, it exits with 1, too."
    },
    footer = {
      "",
      "Examples:",
      "  liftlock verify",
      "  liftlock verify --table users --format json",
    })
final class VerifyCommand implements Verb {

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "Only this table or view and its parts.")
  @Nullable String table;

  @Override
  public Answer run(Invocation invocation) {
    Liftlock liftlock = invocation.liftlock();
    try {
      return DriftText.answer(liftlock.drifts().verify(table));
    } catch (DatabaseError | StateError e) {
      return DriftText.notMade(e);
    } catch (UserError e) {
      if (e.code() == ErrorCode.SNAPSHOT_MISSING || e.code() == ErrorCode.SNAPSHOT_UNREADABLE) {
        return DriftText.notMade(e);
      }
      throw e;
    }
  }
}
