package io.liftlock.engine.transfer;

import io.liftlock.core.transfer.ServerSize;

/** How many workers copy, and what each may take of the servers. */
final class Jobs {

  /** More than these gain nothing before a network card or a disk is full. */
  private static final int MOST = 8;

  /** Connections beside the workers': the session, the ledger, the lock, the point that is held. */
  private static final int OTHERS = 4;

  private static final long MEGABYTE = 1 << 20;
  private static final long MOST_MEMORY = 256 * MEGABYTE;
  private static final long TINY_MEMORY = 32 * MEGABYTE;
  private static final long USUAL_MEMORY = 128 * MEGABYTE;

  private Jobs() {}

  /**
   * How many workers.
   *
   * @param asked how many a person wants; 0: as many as are good for both servers
   * @param processors of this machine
   */
  static int choose(int asked, ServerSize source, ServerSize target, int processors) {
    int room = Math.min(source.connectionsLeft(), target.connectionsLeft());
    if (asked > 0) {
      return asked;
    }
    // Twice the workers would leave others no connection where there are only a few.
    int free = room <= OTHERS ? 1 : Math.max(1, (room - OTHERS) / 2);
    return Math.max(1, Math.min(Math.min(MOST, Math.max(2, processors)), free));
  }

  /**
   * What one index may take while it is built. A server's buffers are about a quarter of its memory
   * by custom; all builds together take as much again at most, and never more than 256 MB, beyond
   * which they are no faster.
   *
   * @param builds how many there are at once
   */
  static long indexMemory(ServerSize target, boolean tiny, int builds) {
    if (tiny) {
      return TINY_MEMORY;
    }
    long buffers = target.memoryBytes() == 0 ? USUAL_MEMORY : target.memoryBytes();
    return Math.max(TINY_MEMORY / 2, Math.min(MOST_MEMORY, buffers) / builds);
  }
}
