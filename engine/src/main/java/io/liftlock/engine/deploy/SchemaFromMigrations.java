package io.liftlock.engine.deploy;

import io.liftlock.core.database.Database;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.MigrationSet;
import io.liftlock.core.migration.Target;
import io.liftlock.core.report.Outcome;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.Table;
import io.liftlock.engine.migrate.Migrator;
import io.liftlock.engine.migrate.MigratorOptions;
import io.liftlock.engine.run.RunOptions;
import io.liftlock.engine.run.Timing;
import io.liftlock.engine.transfer.CopyOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a target to its source's version by the project's own migrations. */
final class SchemaFromMigrations {

  /**
   * How the batch of a run begins that prepares a target. A history of such runs alone, in a
   * database that was never copied into, tells that whatever rows are there came by migrations.
   */
  private static final String BATCH = "new-home-";

  private final NewHomeRequest request;
  private final MigrationSet set;
  private final Timing timing;
  private final Listener listener;

  SchemaFromMigrations(NewHomeRequest request, MigrationSet set, Timing timing, Listener listener) {
    this.request = request;
    this.set = set;
    this.timing = timing;
    this.listener = listener;
  }

  /**
   * Makes it, or finds that it is there.
   *
   * @param target what the target looks like
   */
  MadeSchema make(Schema target) {
    Database home = request.target();
    History there = home.history().read();
    boolean empty = there.entries().isEmpty() && target.tables().isEmpty();
    if (!empty && !isPrepared(home) && isSomebodys(there, target)) {
      return MadeSchema.AS_IS;
    }
    SourceVersion version =
        SourceVersion.of(
            set,
            home.name(),
            request.source().history().read(),
            request.sourceVersion(),
            request.source().dialect() == home.dialect());
    Optional<Outcome> outcome = run(version.steps());
    return new MadeSchema(outcome, List.of(), List.of(), version.notices());
  }

  /**
   * Whether only runs like this one have been in a database, and no copy is done: so it holds no
   * rows but those that migrations have put there, and those that are being copied.
   */
  static boolean isPrepared(Database target) {
    List<HistoryEntry> entries = target.history().read().entries();
    return !entries.isEmpty()
        && entries.stream().allMatch(entry -> entry.batch().startsWith(BATCH))
        && target.rowTarget().ledger().last().isEmpty();
  }

  /** Whether nobody said what is to become of what is there; it is not migrated unasked. */
  private boolean isSomebodys(History there, Schema target) {
    List<Table> tables = target.tables();
    return there.entries().isEmpty()
        || (request.copy().existing() == CopyOptions.IntoExisting.REFUSE
            && !request
                .target()
                .rowTarget()
                .filled(tables.stream().map(Table::id).toList())
                .isEmpty());
  }

  private Optional<Outcome> run(List<Target> steps) {
    List<Outcome.Finished> finished = new ArrayList<>();
    for (Target step : steps) {
      Outcome outcome =
          new Migrator(
                  Map.of(request.target().name(), request.target()),
                  set,
                  options(),
                  timing,
                  listener)
              .migrate(Direction.UP, step, Optional.empty());
      finished.addAll(outcome.finished());
      if (outcome.cause().isPresent()) {
        return Optional.of(outcome);
      }
    }
    return finished.isEmpty()
        ? Optional.empty()
        : Optional.of(new Outcome.Completed(List.copyOf(finished)));
  }

  private MigratorOptions options() {
    MigratorOptions usual = request.run();
    RunOptions run = usual.run();
    return new MigratorOptions(
        usual.plan(),
        new RunOptions(BATCH + run.batch(), run.identity(), run.retryDeadline()),
        usual.lockWait(),
        usual.snapshots());
  }
}
