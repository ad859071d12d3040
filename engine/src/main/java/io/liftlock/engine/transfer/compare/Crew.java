package io.liftlock.engine.transfer.compare;

import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.transfer.Consistency;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The readers of one side and the threads that use them, one reader at a time each. */
final class Crew implements AutoCloseable {

  private final Side side;
  private final ReadPoint point;
  private final Pace pace;
  private final List<Seat> seats = new ArrayList<>();
  private final BlockingQueue<Seat> free = new LinkedBlockingQueue<>();
  private final ExecutorService threads;

  Crew(Side side, ReadPoint point, int jobs, Pace pace) {
    this.side = side;
    this.point = point;
    this.pace = pace;
    // Each further one would wait for the first.
    int readers = point.consistency().degree() == Consistency.Degree.SINGLE ? 1 : jobs;
    for (int i = 0; i < readers; i++) {
      seats.add(new Seat());
    }
    free.addAll(seats);
    this.threads = Executors.newFixedThreadPool(readers);
  }

  Side side() {
    return side;
  }

  ReadPoint point() {
    return point;
  }

  /** How fast this side may be read. */
  Pace pace() {
    return pace;
  }

  /** Where work waits for its turn, first come first served. */
  ExecutorService threads() {
    return threads;
  }

  /** Does something with a reader of this side. */
  <R> R ask(Function<TableReader, R> question) {
    Seat seat;
    try {
      seat = free.take();
    } catch (InterruptedException e) {
      throw Interruption.told();
    }
    try {
      return seat.ask(question);
    } finally {
      free.add(seat);
    }
  }

  /** Does something with a reader of this side. */
  void tell(Consumer<TableReader> work) {
    ask(
        reader -> {
          work.accept(reader);
          return true;
        });
  }

  /**
   * Throws on what happened where it is no matter of one table.
   *
   * @throws LiftlockException the same, where the point is gone or the thread was interrupted
   */
  void requireAlive(LiftlockException failure) {
    if (failure.code() == ErrorCode.COPY_STOPPED || !point.isAlive()) {
      throw failure;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    seats.forEach(Seat::leave);
  }

  /** The place of one reader. */
  private final class Seat {

    private @Nullable TableReader reader;

    /**
     * A reader that failed is replaced when the next one is wanted, since nothing more can be asked
     * in its transaction.
     */
    <R> R ask(Function<TableReader, R> question) {
      TableReader current = reader;
      if (current == null) {
        current = point.reader();
        reader = current;
      }
      boolean usable = false;
      try {
        R answer = question.apply(current);
        usable = true;
        return answer;
      } finally {
        if (!usable) {
          leave();
        }
      }
    }

    void leave() {
      TableReader left = reader;
      reader = null;
      if (left == null) {
        return;
      }
      try {
        left.close();
      } catch (LiftlockException e) {
        // It is broken; what it failed with before is what counts.
        return;
      }
    }
  }
}
