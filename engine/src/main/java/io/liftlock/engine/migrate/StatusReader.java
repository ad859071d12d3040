package io.liftlock.engine.migrate;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.LockHolder;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.History;
import io.liftlock.core.migration.HistoryEntry;
import io.liftlock.core.migration.MigrationSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where databases stand. Changes nothing, and waits for nobody. */
public final class StatusReader {

  private final MigrationSet set;

  /**
   * @param set the migration files
   */
  public StatusReader(MigrationSet set) {
    this.set = set;
  }

  /**
   * Where one database stands.
   *
   * @param standing against the files
   * @param edits the edited migrations, with their differences
   * @param stopped what an earlier run left half-way, if anything
   * @param runner who holds the migration lock now, if anybody
   */
  public record Status(
      Standing standing,
      List<Edit> edits,
      Optional<StoppedAt> stopped,
      Optional<LockHolder> runner) {}

  /**
   * Where a run ended half-way.
   *
   * @param id the migration
   * @param statement the 1-based statement that was not completed
   * @param error what the database said, or empty where the run itself died
   * @param resume the command that continues
   */
  public record StoppedAt(String id, int statement, String error, String resume) {}

  /** Reads all of them. */
  public List<Status> read(Map<String, Database> databases) {
    List<Status> all = new ArrayList<>();
    databases.forEach((name, database) -> all.add(read(name, database)));
    return all;
  }

  private Status read(String name, Database database) {
    History history = database.history().read();
    Standing standing = Standing.of(name, set.graph(), history);
    List<Edit> edits =
        standing.edited().stream()
            .map(migration -> Edit.read(database, standing, migration))
            .toList();
    Optional<LockHolder> runner = database.lock().holder();
    // While a run is on its way, what it has begun is not stopped; and it may have ended since the
    // history was read.
    Optional<StoppedAt> stopped =
        history.stopped().isEmpty() || runner.isPresent()
            ? Optional.empty()
            : HalfWay.read(database, database.history().read())
                .filter(halfWay -> history.stopped().equals(Optional.of(halfWay.entry())))
                .map(StatusReader::stoppedAt);
    return new Status(standing, edits, stopped, runner);
  }

  private static StoppedAt stoppedAt(HalfWay halfWay) {
    HistoryEntry entry = halfWay.entry();
    boolean down = entry.direction() == Direction.DOWN;
    return new StoppedAt(
        entry.version(),
        halfWay.next(),
        entry.error() == null ? "" : entry.error(),
        "liftlock " + (down ? "rollback" : "migrate"));
  }
}
