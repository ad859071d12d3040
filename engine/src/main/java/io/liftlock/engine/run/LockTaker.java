package io.liftlock.engine.run;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.LockHolder;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes the migration lock of every database of a run, always in the order of their names, so that
 * two runs cannot each hold what the other wants. It polls; nothing ever waits inside a database.
 */
public final class LockTaker {

  private static final Duration FIRST_POLL = Duration.ofMillis(50);
  private static final Duration SLOWEST_POLL = Duration.ofMillis(500);

  private final Duration longest;
  private final Timing timing;
  private final Listener listener;

  /**
   * @param longest how long to wait for others, zero to try once
   * @param timing time and chance
   * @param listener is told who is waited for
   */
  public LockTaker(Duration longest, Timing timing, Listener listener) {
    this.longest = longest;
    this.timing = timing;
    this.listener = listener;
  }

  /**
   * Takes all locks, or none.
   *
   * @return to be closed at the end of the run
   * @throws StateError LOCK_HELD where another run still held one at the end of the wait
   */
  public Held take(Collection<Database> databases) {
    List<Database> inOrder =
        databases.stream().sorted(Comparator.comparing(Database::name)).toList();
    Held held = new Held(inOrder);
    boolean taken = false;
    try {
      Instant start = timing.now();
      for (Database database : inOrder) {
        takeOne(database, start);
      }
      taken = true;
      return held;
    } finally {
      if (!taken) {
        held.close();
      }
    }
  }

  private void takeOne(Database database, Instant start) {
    Optional<LockHolder> told = Optional.empty();
    Duration poll = FIRST_POLL;
    while (true) {
      Optional<LockHolder> holder = database.lock().tryAcquire();
      Duration waited = Duration.between(start, timing.now());
      if (holder.isEmpty()) {
        if (told.isPresent()) {
          listener.on(new Event.LockAcquired(database.name(), waited));
        }
        return;
      }
      if (waited.compareTo(longest) >= 0) {
        throw held(database, holder.get(), waited, "");
      }
      if (!holder.equals(told)) {
        listener.on(new Event.LockAwaited(database.name(), holder.get()));
        told = holder;
      }
      if (!timing.sleep(timing.jitter(poll))) {
        throw held(database, holder.get(), waited, ", then was asked to stop");
      }
      poll = poll.multipliedBy(2).compareTo(SLOWEST_POLL) > 0 ? SLOWEST_POLL : poll.multipliedBy(2);
    }
  }

  private static StateError held(
      Database database, LockHolder holder, Duration waited, String why) {
    return new StateError(
        Problem.error(
                ErrorCode.LOCK_HELD,
                "another run holds the migration lock of database "
                    + database.name()
                    + " (waited "
                    + waited.toSeconds()
                    + " s"
                    + why
                    + "): "
                    + holder.description())
            .action(
                "wait for it to end, or wait longer with --lock-wait; the lock goes with its process,"
                    + " there is nothing to force"));
  }

  /** The locks of a run. */
  public static final class Held implements AutoCloseable {

    private final List<Database> databases;

    private Held(List<Database> databases) {
      this.databases = databases;
    }

    /** Gives all of them back. */
    @Override
    public void close() {
      databases.forEach(database -> database.lock().release());
    }
  }
}
