package io.liftlock.sqlite.transfer;

import io.liftlock.core.database.TableWriter;
import io.liftlock.core.error.Bug;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.RowLoad;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.core.transfer.SuspensionRecord;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.SqliteFile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes over one connection, on which foreign keys are not enforced. */
final class SqliteTableWriter implements TableWriter {

  /** Pages that are kept while rows are written; more than SQLite's own 2 MB, in kilobytes. */
  private static final int CACHE_KB = 32 << 10;

  private final SqliteFile file;
  private final Link link;
  private final Turn turn;
  private final WriteTransaction transaction;
  private final Inserting inserting = new Inserting();

  SqliteTableWriter(SqliteFile file, Link link, Turn turn) {
    this.file = file;
    this.link = link;
    this.turn = turn;
    this.transaction = new WriteTransaction(file, turn);
    doing("preparing to write", this::settle);
  }

  private void settle() throws SQLException {
    // Only takes effect outside of transactions, so it is done once, here.
    link.execute("PRAGMA foreign_keys = OFF");
    link.execute("PRAGMA cache_size = -" + CACHE_KB);
    // An index is sorted by a second thread beside this one.
    link.execute("PRAGMA threads = 2");
  }

  @Override
  public ChunkWrite begin(String copyId, RowLoad load) {
    if (load.format() != RowFormat.TUPLES) {
      throw new Bug("rows travel into SQLite as tuples, not as " + load.format());
    }
    turn.take();
    boolean begun = false;
    try {
      WriteTransaction.begin(link);
      ChunkWrite rows = new TupleWriter(file, link, turn, inserting, copyId, load);
      begun = true;
      return rows;
    } catch (SQLException e) {
      throw Failures.error(file, "beginning to write into " + load.table().qualified(), e);
    } finally {
      if (!begun) {
        giveUp();
      }
    }
  }

  private void giveUp() {
    try {
      doing("giving up a transaction", link::rollback);
    } finally {
      turn.pass();
    }
  }

  @Override
  public void empty(String copyId, Collection<ObjectId> sources, Collection<ObjectId> targets) {
    transaction(
        "emptying tables",
        () -> {
          for (ObjectId table : targets) {
            link.execute("DELETE FROM " + TableShape.read(link, table).sql());
          }
          for (ObjectId table : sources) {
            link.update(
                """
                UPDATE main.liftlock_copy_chunk
                SET copied_rows = NULL, copied_bytes = NULL, hash = NULL, snapshot = NULL,
                  copied_at = NULL
                WHERE copy = ? AND source = ?
                """,
                copyId,
                LedgerRows.name(table));
          }
        });
  }

  @Override
  public void restore(String copyId, SuspensionRecord suspended, long memoryBytes) {
    List<String> statements = suspended.suspension().restoration();
    for (int done = suspended.statementsDone(); done < statements.size(); done++) {
      String statement = statements.get(done);
      int after = done + 1;
      transaction(
          "bringing back "
              + suspended.suspension().name()
              + " of "
              + suspended.suspension().table().qualified(),
          () -> {
            if (ForeignKeyCheck.is(statement)) {
              ForeignKeyCheck.run(link, suspended.suspension().table());
            } else {
              link.execute(statement);
            }
            link.update(
                """
                UPDATE main.liftlock_copy_suspension SET statements_done = ?
                WHERE copy = ? AND ordinal = ?
                """,
                after,
                copyId,
                suspended.ordinal());
          });
    }
  }

  /**
   * {@inheritDoc} Only AUTOINCREMENT remembers a number; any other key goes on behind the largest
   * that is there, so its position is returned.
   */
  @Override
  public List<SequencePosition> place(List<SequencePosition> positions) {
    List<SequencePosition> left = new ArrayList<>();
    transaction(
        "setting what AUTOINCREMENT goes on behind",
        () -> {
          for (SequencePosition position : positions) {
            if (!place(position)) {
              left.add(position);
            }
          }
        });
    return left;
  }

  private boolean place(SequencePosition position) throws SQLException {
    String table = counted(position.sequence());
    if (table == null) {
      return false;
    }
    long last = position.called() ? position.last() : position.last() - 1;
    link.update("DELETE FROM main.sqlite_sequence WHERE name = ?", table);
    link.update("INSERT INTO main.sqlite_sequence (name, seq) VALUES (?, ?)", table, last);
    return true;
  }

  /** The table whose key counts by AUTOINCREMENT, in its own spelling; null where none does. */
  private @Nullable String counted(ObjectId column) throws SQLException {
    if (column.kind() != ObjectKind.COLUMN || column.path().size() < 2) {
      return null;
    }
    String table = column.path().get(column.path().size() - 2);
    return link.value(
            """
            SELECT name FROM main.sqlite_schema
            WHERE type = 'table' AND lower(name) = lower(?) AND sql LIKE '%AUTOINCREMENT%'
            """,
            table)
        .orElse(null);
  }

  /** {@inheritDoc} SQLite itself goes on behind the largest key that is there: nothing to do. */
  @Override
  public void placeBehindRows(Collection<ObjectId> tables) {}

  /** {@inheritDoc} SQLite has none: nothing to do. */
  @Override
  public void refresh(List<ObjectId> views) {}

  @Override
  public void analyze(Collection<ObjectId> tables) {
    transaction(
        "collecting statistics",
        () -> {
          // Enough rows to choose an index by, and never minutes on a huge table.
          link.execute("PRAGMA analysis_limit = 1000");
          for (ObjectId table : tables) {
            link.execute("ANALYZE " + TableShape.read(link, table).sql());
          }
        });
  }

  @Override
  public void run(List<String> statements) {
    transaction(
        "making schema",
        () -> {
          for (String statement : statements) {
            link.execute(statement);
          }
        });
  }

  @Override
  public void close() {
    inserting.close();
    doing("closing a connection", link::close);
  }

  /** Work on the database. */
  private interface Work {
    void act() throws SQLException;
  }

  private void doing(String what, Work work) {
    try {
      work.act();
    } catch (SQLException e) {
      throw Failures.error(file, what, e);
    }
  }

  private void transaction(String what, Work work) {
    transaction.run(what, () -> link, same -> work.act());
  }
}
