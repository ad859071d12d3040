package io.liftlock.engine.transfer;

import java.util.ArrayList;
import java.util.List;

/** Runs workers until the board is empty or one of them failed, and waits for each to end. */
final class Workers {

  private final Site site;
  private final int count;

  Workers(Site site, int count) {
    this.site = site;
    this.count = count;
  }

  /** Returns when everything is done. Throws what the first one threw. */
  void work() {
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      threads.add(new Thread(new Worker(site), "liftlock-copy-" + i));
    }
    threads.forEach(Thread::start);
    threads.forEach(this::join);
    site.board()
        .failure()
        .ifPresent(
            cause -> {
              throw Endings.stopped(cause, site.board());
            });
  }

  /** Also when this thread is to stop: no connection is left open behind its back. */
  private void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
        site.board().fail(e);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
