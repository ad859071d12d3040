package io.liftlock.engine.transfer;

import io.liftlock.core.database.CopyLedger;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.RowTarget;
import io.liftlock.core.event.Listener;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.CopyState;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.engine.run.Timing;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable Consumer<Misfit> rejects;

  /**
   * Between two databases.
   *
   * @param listener is told what happens, on any thread, but on one at a time
   */
  public Copier(
      Database source, Database target, Timing timing, Listener listener, CopyOptions options) {
    this(source, target, timing, new SerialListener(listener), options, null);
  }

  private Copier(
      Database source,
      Database target,
      Timing timing,
      Listener listener,
      CopyOptions options,
      @Nullable Consumer<Misfit> rejects) {
    this.source = source;
    this.target = target;
    this.timing = timing;
    this.listener = listener;
    this.options = options;
    this.rejects = rejects;
  }

  /**
   * The same, leaving rows out that hold a value which does not fit its column.
   *
   * @param takes is told of each when its chunk is in the target, on any thread, but on one at a
   *     time; again where the chunk is copied again
   */
  public Copier rejecting(Consumer<Misfit> takes) {
    Consumer<Misfit> serial =
        misfit -> {
          synchronized (takes) {
            takes.accept(misfit);
          }
        };
    return new Copier(source, target, timing, listener, options, serial);
  }

  /**
   * Copies, builds what was suspended, and compares.
   *
   * @throws io.liftlock.core.error.LiftlockException before anything is changed where it may not
   *     be; with COPY_STOPPED where it is partly done and the next call continues
   */
  public CopyReport copy(CopyPlan plan) {
    return new CopyExecution(source, target, timing, listener, options, rejects, plan).run();
  }

  /**
   * Gives up an unfinished copy: empties what was copied into, brings back what was suspended, and
   * remembers that. Rows that were copied beside others of the target's own stay: nobody could tell
   * them apart.
   *
   * @return whether there was one
   */
  public boolean abandon() {
    RowTarget into = target.rowTarget();
    try (CopyLedger.Lock lock = into.ledger().lock()) {
      Objects.requireNonNull(lock);
      Optional<CopyState> unfinished = into.ledger().unfinished();
      unfinished.ifPresent(new Abandonment(into)::abandon);
      return unfinished.isPresent();
    }
  }
}
