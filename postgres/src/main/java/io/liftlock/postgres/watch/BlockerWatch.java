package io.liftlock.postgres.watch;

import io.liftlock.core.database.Blocker;
import io.liftlock.postgres.link.Answer;
import io.liftlock.postgres.link.Link;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks from another connection at who blocks the work session, while it waits. Only a statement
 * that takes long is looked at; a fast run never starts the thread's first look.
 */
public final class BlockerWatch implements AutoCloseable {

  private static final long FIRST_LOOK_MS = 500;

  private final Supplier<Link> watcher;
  private @Nullable ScheduledThreadPoolExecutor clock;

  /**
   * @param watcher the second connection
   */
  public BlockerWatch(Supplier<Link> watcher) {
    this.watcher = watcher;
  }

  /**
   * Watches until the returned watch is ended.
   *
   * @param processId the server's process of the session that may wait
   * @param lockBudget how long it waits for one lock, zero for as long as it takes
   */
  public Watch begin(int processId, Duration lockBudget) {
    if (clock == null) {
      clock =
          new ScheduledThreadPoolExecutor(
              1,
              task -> {
                Thread thread = new Thread(task, "liftlock-blockers");
                thread.setDaemon(true);
                return thread;
              });
      clock.setRemoveOnCancelPolicy(true);
    }
    long delay =
        lockBudget.isZero() ? FIRST_LOOK_MS : Math.min(FIRST_LOOK_MS, lockBudget.toMillis() / 2);
    Watch watch = new Watch(processId);
    // To look who blocks whom stops the server's lock tables for a moment: often only where a try
    // is short.
    watch.task =
        clock.scheduleWithFixedDelay(
            watch, delay, Math.max(delay, FIRST_LOOK_MS / 2), TimeUnit.MILLISECONDS);
    return watch;
  }

  @Override
  public void close() {
    if (clock != null) {
      clock.shutdownNow();
    }
  }

  /** One statement's, or one message's, watch. */
  public final class Watch implements Runnable {

    private final int processId;
    private volatile List<Blocker> seen = List.of();
    private @Nullable ScheduledFuture<?> task;

    private Watch(int processId) {
      this.processId = processId;
    }

    @Override
    public void run() {
      List<Blocker> blockers = blockers(watcher.get(), processId);
      if (!blockers.isEmpty()) {
        seen = blockers;
      }
    }

    /** Ends the watch; gives what was seen last. */
    public List<Blocker> end() {
      if (task != null) {
        task.cancel(false);
      }
      return seen;
    }
  }

  private static List<Blocker> blockers(Link link, int processId) {
    Answer answer = link.ask(BlockerQuery.of(processId), Link.Rows.KEEP);
    // What cannot be seen does not stop the work.
    return answer.failure() == null ? BlockerQuery.read(answer.replies().get(0)) : List.of();
  }
}
