package io.liftlock.core.event;

import io.liftlock.core.error.Problem;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.Chunk;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.core.transfer.Tally;

/** Something that happened while rows were copied or compared, said once. */
public sealed interface TransferEvent extends Event {

  /** Gives each case its answer; a new case breaks every place that forgot it. */
  <R> R matchTransfer(Transfers<R> cases);

  @Override
  default <R> R match(Cases<R> cases) {
    return cases.transferred(this);
  }

  /** One answer per case. */
  interface Transfers<R> {
    R snapshotTaken(SnapshotTaken event);

    R phaseStarted(PhaseStarted event);

    R phaseFinished(PhaseFinished event);

    R progressed(Progressed event);

    R chunkCopied(ChunkCopied event);

    R tableCopied(TableCopied event);

    R tableCompared(TableCompared event);

    R connectionRenewed(ConnectionRenewed event);

    R slowedDown(SlowedDown event);
  }

  /** Everything is read at this point from now on. */
  record SnapshotTaken(String database, SnapshotRecord snapshot) implements TransferEvent {
    @Override
    public <R> R matchTransfer(Transfers<R> cases) {
      return cases.snapshotTaken(this);
    }
  }

  /**
   * A part of the work began.
   *
   * @param phase {@code schema}, {@code rows}, {@code indexes}, {@code keys}, {@code compare} …
   * @param units how many units of work it has: bytes for rows, else things; 0 where unknown
   */
  record PhaseStarted(String database, String phase, long units) implements TransferEvent {
    @Override
    public <R> R matchTransfer(Transfers<R> cases) {
      return cases.phaseStarted(this);
    }
  }

  /** A part of the work ended. */
  record PhaseFinished(String database, String phase, long durationMs) implements TransferEvent {
    @Override
    public <R> R matchTransfer(Transfers<R> cases) {
      return cases.phaseFinished(this);
    }
  }

  /**
   * Work went on. Told some times a second at most.
   *
   * @param phase of which phase
   * @param object of which table or other thing
   * @param done of this thing, since the phase began; what is undone again is taken off
   * @param units of the whole phase that are done, in the units of {@link PhaseStarted}
   */
  record Progressed(String database, String phase, ObjectId object, Tally done, long units)
      implements TransferEvent {
    @Override
    public <R> R matchTransfer(Transfers<R> cases) {
      return cases.progressed(this);
    }
  }

  /** A chunk is in the target for good. */
  record ChunkCopied(String database, Chunk chunk, Tally tally) implements TransferEvent {
    @Override
    public <R> R matchTransfer(Transfers<R> cases) {
      return cases.chunkCopied(this);
    }
  }

  /** The last chunk of a table is in the target. */
  record TableCopied(String database, ObjectId table, Tally tally, long durationMs)
      implements TransferEvent {
    @Override
    public <R> R matchTransfer(Transfers<R> cases) {
      return cases.tableCopied(this);
    }
  }

  /** A table was compared. */
  record TableCompared(String database, TableComparison comparison) implements TransferEvent {
    @Override
    public <R> R matchTransfer(Transfers<R> cases) {
      return cases.tableCompared(this);
    }
  }

  /** A connection broke, and there is another one. */
  record ConnectionRenewed(String database, Problem lost, int attempt) implements TransferEvent {
    @Override
    public <R> R matchTransfer(Transfers<R> cases) {
      return cases.connectionRenewed(this);
    }
  }

  /** The source answers slowly, so less is asked of it. */
  record SlowedDown(String database, long responseMillis, long bytesPerSecond)
      implements TransferEvent {
    @Override
    public <R> R matchTransfer(Transfers<R> cases) {
      return cases.slowedDown(this);
    }
  }
}
