package io.liftlock.sqlite.transfer;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A thread that inserts what was read while the next rows are being read. It is never more than one
 * piece of work behind.
 */
final class Inserting implements AutoCloseable {

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "liftlock-sqlite-insert");
            made.setDaemon(true);
            return made;
          });
  private @Nullable Future<?> running;

  /** Waits until the work before it is done, and begins this. */
  void begin(Runnable work) {
    await();
    running = thread.submit(work);
  }

  /** Waits until all is done; throws what the work threw. */
  void await() {
    Future<?> last = running;
    running = null;
    if (last == null) {
      return;
    }
    boolean interrupted = false;
    try {
      for (; ; ) {
        try {
          last.get();
          return;
        } catch (InterruptedException e) {
          // What was begun has to end before anything else may use the connection.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
