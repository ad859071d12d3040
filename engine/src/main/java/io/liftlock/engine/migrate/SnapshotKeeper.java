package io.liftlock.engine.migrate;

import io.liftlock.core.database.Database;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.SchemaFormat;
import io.liftlock.core.schema.Snapshot;
import io.liftlock.engine.run.RunOptions;
import io.liftlock.engine.run.Timing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what a run left behind, on each database that it changed, so that anybody can find out
 * later whether somebody else changed it since. It is a courtesy: that it could not be kept is told
 * and stops nothing. The caller holds the lock.
 */
final class SnapshotKeeper {

  private final SchemaFormat format;
  private final RunOptions run;
  private final Timing timing;
  private final Listener listener;

  SnapshotKeeper(SchemaFormat format, RunOptions run, Timing timing, Listener listener) {
    this.format = format;
    this.run = run;
    this.timing = timing;
    this.listener = listener;
  }

  void keep(Map<String, Database> databases, Outcome outcome) {
    Map<String, MigrationId> last = new LinkedHashMap<>();
    for (Outcome.Finished finished : outcome.finished()) {
      last.put(finished.planned().database(), finished.planned().migration().id());
    }
    leftHalfWay(outcome).ifPresent(at -> last.put(at.database(), at.migration().id()));
    last.forEach(
        (name, migration) -> {
          Database database = databases.get(name);
          if (database != null) {
            keep(database, migration);
          }
        });
  }

  private static Optional<PlannedMigration> leftHalfWay(Outcome outcome) {
    return outcome.match(
        new Outcome.Cases<Optional<PlannedMigration>>() {
          @Override
          public Optional<PlannedMigration> completed(Outcome.Completed completed) {
            return Optional.empty();
          }

          @Override
          public Optional<PlannedMigration> stopped(Outcome.Stopped stopped) {
            return stopped.partly() ? Optional.of(stopped.at()) : Optional.empty();
          }

          @Override
          public Optional<PlannedMigration> refused(Outcome.Refused refused) {
            return Optional.empty();
          }
        });
  }

  private void keep(Database database, MigrationId migration) {
    try {
      Schema schema = database.inspector().inspect();
      database
          .history()
          .keep(
              new Snapshot(
                  timing.now(),
                  run.batch(),
                  migration.toString(),
                  schema.fingerprint(),
                  schema.serverVersion(),
                  run.identity().toolVersion(),
                  format.write(schema)));
    } catch (LiftlockException e) {
      Problem cause = e.problems().get(0);
      listener.on(
          new Event.Warned(
              database.name(),
              Problem.warning(
                      cause.code(),
                      "no snapshot of the schema was kept, so verify will compare with an older one: "
                          + cause.message())
                  .action("the migrations themselves are done; verify will tell what differs")));
    }
  }
}
