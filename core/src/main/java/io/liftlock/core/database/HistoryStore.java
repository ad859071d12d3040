package io.liftlock.core.database;

import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.LockRecord;
import io.liftlock.core.migration.MigrationId;
import io.liftlock.core.migration.StatementRecord;
import io.liftlock.core.schema.Snapshot;
import java.util.List;
import java.util.Optional;

/** Reads what a database remembers of its migrations, and prepares it to remember more. */
public interface HistoryStore extends HistorySql {

  /**
   * The history, empty where the table is not there yet.
   *
   * @throws io.liftlock.core.error.StateError HISTORY_FOREIGN where a table of that name is not
   *     liftlock's, HISTORY_TOO_NEW where a newer liftlock wrote it
   */
  History read();

  /**
   * Makes the tables, or brings those of an older liftlock up to date. Does nothing where all is
   * well.
   */
  void prepare();

  /**
   * What is remembered of a migration's statements in its newest run of a direction, by ordinal.
   */
  List<StatementRecord> statements(MigrationId id, Direction direction);

  /**
   * The locks that a migration's newest run of a direction took on tables, by ordinal and table.
   */
  List<LockRecord> locks(MigrationId id, Direction direction);

  /** What the database looked like after the last run that kept a snapshot. */
  Optional<Snapshot> lastSnapshot();

  /** Keeps a snapshot, compressed. */
  void keep(Snapshot snapshot);

  /** Where the history is, as people write it. */
  String tableName();
}
