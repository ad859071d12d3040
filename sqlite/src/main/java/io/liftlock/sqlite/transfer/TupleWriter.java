package io.liftlock.sqlite.transfer;

import io.liftlock.core.database.TableWriter.ChunkWrite;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.RowLoad;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.SqliteFile;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Takes the tuples of one chunk, in a transaction that ends with its row in the ledger. */
final class TupleWriter implements ChunkWrite {

  private final SqliteFile file;
  private final Link link;
  private final Turn turn;
  private final String copyId;
  private final RowLoad load;
  private final RowBuffer row = new RowBuffer();
  private @Nullable RowInsert insert;
  private boolean open = true;

  /** A transaction has begun, and it is this process's turn to write. */
  TupleWriter(SqliteFile file, Link link, Turn turn, String copyId, RowLoad load) {
    this.file = file;
    this.link = link;
    this.turn = turn;
    this.copyId = copyId;
    this.load = load;
  }

  /** Deletes what is replaced, and makes ready. */
  void begin() throws SQLException {
    TableShape shape = TableShape.read(link, load.table());
    Range replaced = load.replaced();
    if (replaced != null) {
      RangeSql range = RangeSql.of(shape, replaced);
      link.update("DELETE FROM " + shape.sql() + range.where(), range.parameters().toArray());
    }
    insert = new RowInsert(link, shape, load);
  }

  boolean isBegun() {
    return insert != null;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    row.put(bytes, offset, length);
  }

  @Override
  public void endRow() {
    doing("writing rows into " + load.table().qualified(), () -> insert().add(row));
    row.clear();
  }

  @Override
  public long commit(ChunkRecord chunk) {
    if (row.length() > 0) {
      throw new IllegalStateException("the last row has no end");
    }
    doing(
        "writing rows into " + load.table().qualified(),
        () -> {
          insert().flush();
          LedgerRows.write(link, copyId, chunk);
          link.execute("COMMIT");
        });
    long rows = insert().rows();
    end();
    return rows;
  }

  private RowInsert insert() {
    RowInsert known = insert;
    if (known == null || !open) {
      throw new IllegalStateException("no transaction is open");
    }
    return known;
  }

  @Override
  public void close() {
    if (!open) {
      return;
    }
    try {
      doing("undoing what was written", link::rollback);
    } finally {
      end();
    }
  }

  private void end() {
    open = false;
    RowInsert known = insert;
    if (known != null) {
      known.close();
    }
    turn.pass();
  }

  /** Work on the database. */
  private interface Work {
    void act() throws SQLException;
  }

  private void doing(String what, Work work) {
    try {
      work.act();
    } catch (SQLException e) {
      if (Failures.isRaised(e)) {
        // Its text may hold a value.
        throw new DatabaseError(
            Problem.error(
                    ErrorCode.STATEMENT_FAILED,
                    what + " failed: a trigger of the table refused a row")
                .action("drop the trigger, or let triggers be suspended"),
            e);
      }
      throw Failures.error(file, what, e);
    }
  }
}
