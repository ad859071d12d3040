package io.liftlock.sqlite.transfer;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.database.MigrationLock;
import io.liftlock.core.database.RowTarget;
import io.liftlock.core.database.TableWriter;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ServerSize;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.LinkSource;
import io.liftlock.sqlite.link.SqliteFile;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Takes rows into a file. */
public final class SqliteRowTarget implements RowTarget, AutoCloseable {

  private final SqliteFile file;
  private final LinkSource links;
  private final MigrationLock lock;
  private final Turn turn = new Turn();
  private final CopyLedger ledger;

  /**
   * Rows for this file.
   *
   * @param lock one copy into it at a time
   */
  public SqliteRowTarget(SqliteFile file, MigrationLock lock) {
    this.file = file;
    this.links = new LinkSource(file);
    this.lock = lock;
    this.ledger = new SqliteCopyLedger(links, turn, lock);
  }

  @Override
  public String identity() {
    return FileIdentity.of(file);
  }

  @Override
  public String server() {
    return FileIdentity.of(file);
  }

  /** {@inheritDoc} More connections are no quicker: SQLite writes for one at a time. */
  @Override
  public ServerSize size() {
    return FileIdentity.size(Integer.MAX_VALUE);
  }

  @Override
  public CopyLedger ledger() {
    return ledger;
  }

  @Override
  public List<Suspension> obstacles(Collection<ObjectId> tables) {
    synchronized (ledger) {
      try {
        return new Obstacles(links.get()).of(tables);
      } catch (SQLException e) {
        throw Failures.error(file, "looking for indexes and triggers", e);
      }
    }
  }

  @Override
  public List<ObjectId> filled(Collection<ObjectId> tables) {
    synchronized (ledger) {
      return tables.stream().filter(this::isFilled).toList();
    }
  }

  private boolean isFilled(ObjectId table) {
    try {
      return links
          .get()
          .value("SELECT 1 FROM " + TableShape.read(links.get(), table).sql() + " LIMIT 1")
          .isPresent();
    } catch (SQLException e) {
      throw Failures.error(file, "looking whether " + table.qualified() + " holds rows", e);
    }
  }

  @Override
  public TableWriter writer() {
    return new SqliteTableWriter(file, file.connect(), turn);
  }

  /** Gives back the connection and the lock. */
  @Override
  public void close() {
    try {
      links.close();
    } finally {
      lock.release();
    }
  }
}
