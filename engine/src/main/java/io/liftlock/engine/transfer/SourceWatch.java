package io.liftlock.engine.transfer;

import io.liftlock.core.database.RowSource;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.engine.transfer.pace.ResponseWatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Watches a small source from a thread of its own, for as long as rows move. */
final class SourceWatch implements AutoCloseable {

  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread thread;

  private SourceWatch(ResponseWatch watch) {
    this.thread = new Thread(() -> watch(watch), "liftlock-watch");
    thread.setDaemon(true);
  }

  /**
   * Begins to watch.
   *
   * @param source is asked over the connection of its session, which nobody else uses meanwhile
   * @param database the source's name
   */
  static SourceWatch begin(Site site, RowSource source, String database) {
    ResponseWatch watch =
        new ResponseWatch(
            site.throttle(),
            site.timing(),
            source::server,
            (millis, rate) ->
                site.listener().on(new TransferEvent.SlowedDown(database, millis, rate)));
    SourceWatch begun = new SourceWatch(watch);
    begun.thread.start();
    return begun;
  }

  private void watch(ResponseWatch watch) {
    try {
      boolean goOn = true;
      while (goOn && !over.get()) {
        goOn = watch.look();
      }
    } catch (LiftlockException lost) {
      // The rate stays as it was found: a server that cannot be asked is not asked for more.
      return;
    }
  }

  @Override
  public void close() {
    over.set(true);
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
