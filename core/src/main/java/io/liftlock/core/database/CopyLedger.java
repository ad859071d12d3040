package io.liftlock.core.database;

import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.CopyState;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.core.transfer.Suspension;
import io.liftlock.core.transfer.SuspensionRecord;
import java.util.List;
import java.util.Optional;

/**
 * What a target remembers of the copies into it, in tables of its own schema {@code liftlock} that
 * are made when they are first needed. Every method is one transaction.
 */
public interface CopyLedger {

  /** The copy that is not done; empty where there is none. */
  Optional<CopyState> unfinished();

  /** The last copy that is done, for those who ask when this database was copied; else empty. */
  Optional<CopyState> last();

  /** Remembers that a copy begins; refused with COPY_RUNNING where one is not done. */
  void begin(CopyRun run, List<ChunkRecord> chunks);

  /**
   * Takes the place of the chunks that are planned for a table, none of which is done.
   *
   * @param chunks all of one table
   */
  void plan(String copyId, List<ChunkRecord> chunks);

  /** Remembers that chunks are read at another point from now on. */
  void snapshot(String copyId, SnapshotRecord snapshot);

  /** Remembers that the source still held the same rows at another point. */
  void confirm(String copyId, ChunkRecord chunk);

  /**
   * Takes things away and remembers how they come back, all in one transaction.
   *
   * @return as the ledger knows them now
   */
  List<SuspensionRecord> suspend(String copyId, List<Suspension> suspensions);

  /** Remembers how far a copy is. */
  void state(String copyId, CopyRun.State state);

  /**
   * Keeps every other process from copying into this database until the lock is closed.
   *
   * @throws io.liftlock.core.error.StateError with COPY_RUNNING where another one does already
   */
  Lock lock();

  /** A right that is held; given back when closed, and by itself when the process dies. */
  interface Lock extends AutoCloseable {

    @Override
    void close();
  }
}
