package io.liftlock.engine.transfer;

import io.liftlock.core.database.Database;
import io.liftlock.core.event.Listener;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.engine.run.Timing;

/**
 * Copies the rows of one database into another, and continues where an earlier copy was
 * interrupted.
 */
public final class Copier {

  private final Database source;
  private final Database target;
  private final Timing timing;
  private final Listener listener;
  private final CopyOptions options;

  /**
   * Between two databases.
   *
   * @param listener is told what happens, on any thread, but on one at a time
   */
  public Copier(
      Database source, Database target, Timing timing, Listener listener, CopyOptions options) {
    this.source = source;
    this.target = target;
    this.timing = timing;
    this.listener = listener;
    this.options = options;
  }

  /**
   * Copies, builds what was suspended, and compares.
   *
   * @throws io.liftlock.core.error.LiftlockException before anything is changed where it may not
   *     be; with COPY_STOPPED where it is partly done and the next call continues
   */
  public CopyReport copy(CopyPlan plan) {
    throw new UnsupportedOperationException(
        plan + " " + source + target + timing + listener + options);
  }

  /**
   * Gives up an unfinished copy: empties what was copied into, brings back what was suspended, and
   * remembers that. Nothing where there is no such copy.
   *
   * @return whether there was one
   */
  public boolean abandon() {
    throw new UnsupportedOperationException();
  }
}
