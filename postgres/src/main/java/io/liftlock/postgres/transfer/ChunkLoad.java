package io.liftlock.postgres.transfer;

import io.liftlock.core.database.TableWriter;
import io.liftlock.core.error.Bug;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.RowLoad;
import io.liftlock.postgres.link.Exchange;
import io.liftlock.postgres.link.Failures;
import io.liftlock.postgres.link.Link;
import io.liftlock.postgres.link.Reply;

/** One chunk's transaction: what is deleted, the rows, and the ledger's row. */
final class ChunkLoad implements TableWriter.ChunkWrite {

  private final Link link;
  private final CopyLock lock;
  private final String copyId;
  private final RowLoad load;
  private final RowStream rows;
  private boolean ended;

  /**
   * @param rows where they go, within a transaction of that link
   */
  ChunkLoad(Link link, CopyLock lock, String copyId, RowLoad load, RowStream rows) {
    this.link = link;
    this.lock = lock;
    this.copyId = copyId;
    this.load = load;
    this.rows = rows;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    rows.write(bytes, offset, length);
  }

  @Override
  public void endRow() {
    rows.endRow();
  }

  @Override
  public long commit(ChunkRecord chunk) {
    ChunkRecord.Copied copied = chunk.copied();
    if (copied == null) {
      throw new IllegalArgumentException("the ledger is to say that the chunk is done");
    }
    long taken = rows.end();
    if (taken != copied.tally().rows()) {
      throw new DatabaseError(
          Problem.error(
                  ErrorCode.STATEMENT_FAILED,
                  "%s took %d of %d rows; a trigger of the table drops rows"
                      .formatted(load.table().qualified(), taken, copied.tally().rows()))
              .action("look at the table's triggers, and begin again"),
          null);
    }
    if (note(chunk, copied)) {
      Exchange.ask(link, "a chunk cannot be committed", "COMMIT");
    }
    ended = true;
    lock.acknowledged(chunk);
    return taken;
  }

  /**
   * Writes the ledger's row, and returns whether the transaction is to be committed: not where the
   * chunk is there already, since the connection was lost when it was committed before.
   */
  private boolean note(ChunkRecord chunk, ChunkRecord.Copied copied) {
    // Rows that take the place of others may be of a chunk that was done before.
    String condition = load.replaced() == null ? "k.hash IS NULL" : "TRUE";
    Reply noted =
        Exchange.ask(
            link,
            "the ledger of copies cannot be written",
            LedgerTables.done(copyId, chunk, copied, condition + " AND " + lock.condition()));
    if (noted.count() == 1) {
      return true;
    }
    Exchange.undo(link);
    ended = true;
    // Refused where another run holds it by now; taken again where only its session was cut.
    lock.take();
    lock.check(link, copyId);
    Reply now =
        Exchange.ask(
            link, "the ledger of copies cannot be read", LedgerTables.copied(copyId, chunk));
    if (now.rows().isEmpty()) {
      throw new Bug("the ledger knows no such chunk of " + chunk.table().qualified());
    }
    if (now.text(0, 1) != null && load.replaced() == null) {
      if (now.number(0, 0) == copied.tally().rows() && copied.hash().equals(now.text(0, 1))) {
        return false;
      }
      throw new StateError(
          Problem.error(
                  ErrorCode.COPY_RUNNING,
                  "another run has copied a part of " + chunk.table().qualified() + " meanwhile")
              .action(Failures.AGAIN));
    }
    throw new DatabaseError(
        Problem.error(
                ErrorCode.CONNECTION_LOST,
                "the session that kept other runs from copying was lost; it has a successor")
            .action(Failures.AGAIN),
        null);
  }

  @Override
  public void close() {
    if (!ended) {
      ended = true;
      rows.abandon();
      Exchange.undo(link);
    }
  }
}
