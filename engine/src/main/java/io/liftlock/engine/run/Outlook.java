package io.liftlock.engine.run;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.database.LockWatch;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.PlannedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks who holds what a transaction will lock, before anybody queues behind it: behind a request
 * that waits for a long transaction everybody else waits as well. Short transactions are no reason
 * to wait; on a table in use there is always one.
 */
final class Outlook {

  /** From this age on a transaction is not expected to end within a try. */
  static final Duration LONG = Duration.ofSeconds(1);

  private static final Duration POLL = Duration.ofMillis(500);

  private final Optional<LockWatch> watch;
  private final Care care;
  private final Timing timing;
  private final Listener listener;

  Outlook(Optional<LockWatch> watch, Care care, Timing timing, Listener listener) {
    this.watch = watch;
    this.care = care;
    this.timing = timing;
    this.listener = listener;
  }

  /**
   * Waits until nobody is in the way who would stay for long, and standbys have caught up.
   *
   * @param until the end of the wait
   * @return who is still in the way then; nobody where the transaction may begin
   */
  InTheWay await(PlannedMigration planned, List<ExpectedLock> locks, Instant until) {
    if (watch.isEmpty() || locks.isEmpty()) {
      return new InTheWay(List.of(), Optional.empty(), Duration.ZERO);
    }
    Instant start = timing.now();
    boolean slept = false;
    Set<Long> told = Set.of();
    boolean lagTold = false;
    while (true) {
      InTheWay now =
          look(watch.get(), locks, slept ? Duration.between(start, timing.now()) : Duration.ZERO);
      if (now.isNobody()) {
        return now;
      }
      Set<Long> processes =
          now.blockers().stream().map(Blocker::processId).collect(Collectors.toSet());
      boolean newLag = now.replicaLag().isPresent() && !lagTold;
      if (newLag || !told.containsAll(processes)) {
        listener.on(new Event.BlockersSeen(planned, now.blockers(), now.replicaLag()));
        told = processes;
        lagTold |= newLag;
      }
      Duration pause = timing.jitter(POLL);
      if (timing.now().plus(pause).isAfter(until) || !timing.sleep(pause)) {
        return now;
      }
      slept = true;
    }
  }

  private InTheWay look(LockWatch open, List<ExpectedLock> locks, Duration waited) {
    List<Blocker> lasting = open.conflicting(locks).stream().filter(this::lasts).toList();
    Optional<Duration> lag =
        care.replicaLag()
            .flatMap(most -> open.replicaLag().filter(behind -> behind.compareTo(most) > 0));
    return new InTheWay(lasting, lag, waited);
  }

  /**
   * Whether it will not end by itself soon. Whoever may be asked to give way is met in the queue:
   * only there it shows whom we wait for.
   */
  private boolean lasts(Blocker blocker) {
    Duration age = blocker.age();
    return switch (blocker.kind()) {
      case PREPARED, WRAPAROUND -> true;
      // The server ends an autovacuum for us; who waits is not what has to be waited for.
      case AUTOVACUUM, WAITING -> false;
      case SESSION, IDLE, BACKUP ->
          age != null
              && age.compareTo(LONG) >= 0
              && care.clearances().stream().noneMatch(clearance -> clearance.covers(blocker));
    };
  }

  /**
   * What keeps a transaction from beginning.
   *
   * @param blockers who holds what it will lock, and for long
   * @param replicaLag how far a standby is behind, where that is too far
   * @param waited how long they were waited for
   */
  record InTheWay(List<Blocker> blockers, Optional<Duration> replicaLag, Duration waited) {
    boolean isNobody() {
      return blockers.isEmpty() && replicaLag.isEmpty();
    }
  }
}
