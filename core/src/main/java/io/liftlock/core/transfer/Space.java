package io.liftlock.core.transfer;

/**
 * How much a copy takes on its target's disk, about, in bytes.
 *
 * @param rows for the rows, with what is stored out of line
 * @param indexes for the indexes that are built behind them
 * @param log of the server's log as much as stands on the disk at once
 */
public record Space(long rows, long indexes, long log) {

  /** All together. */
  public long total() {
    return rows + indexes + log;
  }
}
