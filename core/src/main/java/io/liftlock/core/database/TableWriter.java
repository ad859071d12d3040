package io.liftlock.core.database;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.RowLoad;
import io.liftlock.core.transfer.SequencePosition;
import io.liftlock.core.transfer.SuspensionRecord;
import java.util.Collection;
import java.util.List;

/**
 * One connection that writes into the target. Not safe for use by several threads. Every method
 * throws {@link io.liftlock.core.error.DatabaseError}: CONNECTION_LOST, DISK_FULL, or what the
 * server said.
 */
public interface TableWriter extends AutoCloseable {

  /** Begins a transaction that takes a chunk's rows. */
  ChunkWrite begin(String copyId, RowLoad load);

  /** A transaction that takes the rows of one chunk. Closing it without a commit undoes it. */
  interface ChunkWrite extends RowSink, AutoCloseable {

    /**
     * Ends the rows and commits them together with their ledger row.
     *
     * @param chunk what the ledger is to say, done
     * @return how many rows the target took
     */
    long commit(ChunkRecord chunk);

    @Override
    void close();
  }

  /**
   * Empties tables in one transaction, and forgets in the ledger that chunks of theirs are done.
   *
   * @param sources the source's tables, as the ledger names them
   * @param targets the target's tables, which are emptied
   */
  void empty(String copyId, Collection<ObjectId> sources, Collection<ObjectId> targets);

  /**
   * Does the next statements of a restoration, each in a transaction with its note in the ledger.
   *
   * @param memoryBytes what building an index may take; 0: what the server is set to
   */
  void restore(String copyId, SuspensionRecord suspended, long memoryBytes);

  /** Moves sequences; one that is no longer there is left out and returned. */
  List<SequencePosition> place(List<SequencePosition> positions);

  /**
   * Moves what gives these tables' identity and serial columns their values behind the largest that
   * is there.
   */
  void placeBehindRows(Collection<ObjectId> tables);

  /** Fills materialized views from their queries, those that others read first. */
  void refresh(List<ObjectId> views);

  /** Refreshes the planner's statistics. */
  void analyze(Collection<ObjectId> tables);

  /**
   * Runs statements that make or mend schema, all in one transaction.
   *
   * @throws io.liftlock.core.error.DatabaseError with the statement's failure; nothing is kept then
   */
  void run(List<String> statements);

  @Override
  void close();
}
