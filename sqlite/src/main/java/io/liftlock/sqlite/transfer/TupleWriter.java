package io.liftlock.sqlite.transfer;

import io.liftlock.core.database.TableWriter.ChunkWrite;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.Range;
import io.liftlock.core.transfer.RowLoad;
import io.liftlock.sqlite.link.Failures;
import io.liftlock.sqlite.link.Link;
import io.liftlock.sqlite.link.SqliteFile;
import java.sql.SQLException;

/**
 * Takes the tuples of one chunk, in a transaction that ends with its row in the ledger. They are
 * gathered in blocks, each of which is inserted by another thread while the next one fills.
 */
final class TupleWriter implements ChunkWrite {

  private static final int BLOCK = 1 << 18;

  private final SqliteFile file;
  private final Link link;
  private final Turn turn;
  private final Inserting inserting;
  private final String copyId;
  private final RowLoad load;
  private final RowInsert insert;
  private final TupleParser parser;
  private byte[] block = new byte[BLOCK];
  private byte[] spare = new byte[BLOCK];
  private int filled;
  private boolean open = true;
  private boolean failed;

  /**
   * A transaction has begun, and it is this process's turn to write, until the chunk is closed.
   *
   * @throws SQLException where rows cannot be replaced; the turn is not passed on then
   */
  TupleWriter(
      SqliteFile file, Link link, Turn turn, Inserting inserting, String copyId, RowLoad load)
      throws SQLException {
    this.file = file;
    this.link = link;
    this.turn = turn;
    this.inserting = inserting;
    this.copyId = copyId;
    this.load = load;
    TableShape shape = TableShape.read(link, load.table());
    Range replaced = load.replaced();
    if (replaced != null) {
      RangeSql range = RangeSql.of(shape, replaced);
      link.update("DELETE FROM " + shape.sql() + range.where(), range.parameters().toArray());
    }
    this.insert = new RowInsert(link, shape, load);
    this.parser = new TupleParser(load.columns().size(), insert);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    refuseClosed();
    int at = offset;
    int end = offset + length;
    while (at < end) {
      int count = Math.min(end - at, BLOCK - filled);
      System.arraycopy(bytes, at, block, filled, count);
      at += count;
      filled += count;
      if (filled == BLOCK) {
        handOver();
      }
    }
  }

  private void handOver() {
    byte[] full = block;
    int end = filled;
    // Until it is known that what came before is in, nothing more may come.
    failed = true;
    inserting.begin(() -> doing(() -> parser.feed(full, 0, end)));
    failed = false;
    block = spare;
    spare = full;
    filled = 0;
  }

  /** {@inheritDoc} A tuple says itself where it ends. */
  @Override
  public void endRow() {}

  @Override
  public long commit(ChunkRecord chunk) {
    refuseClosed();
    handOver();
    failed = true;
    inserting.await();
    if (!parser.isBetweenRows()) {
      throw new IllegalStateException("the last row has no end");
    }
    doing(
        () -> {
          insert.flush();
          LedgerRows.write(link, copyId, chunk);
          link.execute("COMMIT");
        });
    end();
    return insert.rows();
  }

  private void refuseClosed() {
    if (!open || failed) {
      throw new IllegalStateException("the transaction has ended or cannot be kept");
    }
  }

  @Override
  public void close() {
    if (!open) {
      return;
    }
    try {
      inserting.await();
    } catch (LiftlockException e) {
      // It is being undone already, and whoever wrote was told or does not want to know any more.
    }
    try {
      link.rollback();
    } catch (SQLException e) {
      throw Failures.error(file, "undoing what was written", e);
    } finally {
      end();
    }
  }

  private void end() {
    open = false;
    insert.close();
    turn.pass();
  }

  /** Work on the database. */
  private interface Work {
    void act() throws SQLException;
  }

  private void doing(Work work) {
    String what = "writing rows into " + load.table().qualified();
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
