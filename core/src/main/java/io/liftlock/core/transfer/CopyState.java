package io.liftlock.core.transfer;

import java.util.List;

/**
 * Everything that the target's ledger knows of one copy.
 *
 * @param run the copy
 * @param snapshots the read points so far, in order
 * @param chunks every chunk, by table and ordinal
 * @param suspensions what was suspended, in order
 */
public record CopyState(
    CopyRun run,
    List<SnapshotRecord> snapshots,
    List<ChunkRecord> chunks,
    List<SuspensionRecord> suspensions) {

  /** Copies the collections. */
  public CopyState {
    snapshots = List.copyOf(snapshots);
    chunks = List.copyOf(chunks);
    suspensions = List.copyOf(suspensions);
  }
}
