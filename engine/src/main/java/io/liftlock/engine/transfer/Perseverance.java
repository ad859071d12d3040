package io.liftlock.engine.transfer;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.event.Listener;
import io.liftlock.core.event.TransferEvent;
import io.liftlock.engine.run.RetryLadder;
import io.liftlock.engine.run.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Does something again while it fails for nothing but a lost connection, with pauses that grow,
 * until it has not succeeded for too long.
 */
final class Perseverance {

  private static final Set<ErrorCode> LOST =
      Set.of(ErrorCode.CONNECTION_LOST, ErrorCode.CONNECTION_FAILED);

  private final String database;
  private final Duration patience;
  private final Timing timing;
  private final Listener listener;
  private final RetryLadder ladder;

  /**
   * @param database whose name events carry
   * @param patience for how long one thing is tried
   */
  Perseverance(String database, Duration patience, Timing timing, Listener listener) {
    this.database = database;
    this.patience = patience;
    this.timing = timing;
    this.listener = listener;
    this.ladder = new RetryLadder(patience, Duration.ZERO);
  }

  static boolean isLoss(LiftlockException failure) {
    return LOST.contains(failure.code());
  }

  /**
   * Tries until it succeeds or fails for another reason.
   *
   * @param work may lose a connection, and may be done again when it did
   * @param afterLoss gives back what the lost connection leaves behind, so that the next try has a
   *     new one
   * @throws LiftlockException the last failure
   */
  <T> T insist(Supplier<T> work, Runnable afterLoss) {
    Instant start = timing.now();
    for (int number = 1; ; number++) {
      try {
        return work.get();
      } catch (LiftlockException failure) {
        if (!isLoss(failure)) {
          throw failure;
        }
        Duration pause = timing.jitter(ladder.pause(number));
        boolean late = Duration.between(start, timing.now()).plus(pause).compareTo(patience) > 0;
        if (late || !timing.sleep(pause)) {
          throw failure;
        }
        afterLoss.run();
        listener.on(
            new TransferEvent.ConnectionRenewed(database, failure.problems().get(0), number));
      }
    }
  }
}
