package io.liftlock.engine.migrate;

import io.liftlock.core.database.Database;
import io.liftlock.core.migration.EntryState;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.StatementRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What earlier runs left half-way on a database, as they remembered it.
 *
 * @param entry the last event of it
 * @param statements what is remembered of its statements, by ordinal
 */
record HalfWay(HistoryEntry entry, List<StatementRecord> statements) {

  /** Reads it; empty where nothing was left half-way. */
  static Optional<HalfWay> read(Database database, History history) {
    return history.stopped().map(entry -> new HalfWay(entry, statements(database, history, entry)));
  }

  /**
   * The rows of this attempt alone. A migration that was run, taken back and begun again has rows
   * of its first run, too, which say nothing of what is there now.
   */
  private static List<StatementRecord> statements(
      Database database, History history, HistoryEntry entry) {
    Set<String> batches =
        history.attempt().stream().map(HistoryEntry::batch).collect(Collectors.toSet());
    return database.history().statements(entry.id(), entry.direction()).stream()
        .filter(record -> batches.contains(record.batch()))
        .toList();
  }

  /** The 1-based first statement that is not known to be done. */
  int next() {
    int next = 1;
    for (StatementRecord record : statements) {
      if (record.state() != EntryState.DONE) {
        return record.ordinal();
      }
      next = record.ordinal() + 1;
    }
    return next;
  }

  /** The run that the remembered statements belong to. */
  String batch() {
    return statements.isEmpty() ? entry.batch() : statements.get(0).batch();
  }

  /** Where it goes on. */
  ResumePoint at(Database database, int ordinal) {
    return new ResumePoint(database.name(), entry.id(), entry.direction(), ordinal, batch());
  }
}
