package io.liftlock.engine.run;

import io.liftlock.core.database.Blocker;
import io.liftlock.core.database.LockWatch;
import io.liftlock.core.database.Session;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.database.Work;
import io.liftlock.core.event.Event;
import io.liftlock.core.event.Listener;
import io.liftlock.core.plan.PlannedMigration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks sessions to give way that were seen to hold what a try waited for, where the environment's
 * policy names them. What was asked of whom is written down before it is asked.
 */
final class Clearing {

  private final Optional<LockWatch> watch;
  private final Session session;
  private final Chronicle chronicle;
  private final List<Clearance> clearances;
  private final Listener listener;
  private final Set<Long> asked = new HashSet<>();

  Clearing(
      Optional<LockWatch> watch,
      Session session,
      Chronicle chronicle,
      List<Clearance> clearances,
      Listener listener) {
    this.watch = watch;
    this.session = session;
    this.chronicle = chronicle;
    this.clearances = clearances;
    this.listener = listener;
  }

  /** Asks whoever is named; nothing of the run is in a transaction now. */
  void clear(PlannedMigration planned, List<Blocker> blockers) throws StatementFailure {
    if (watch.isEmpty()) {
      return;
    }
    for (Blocker blocker : blockers) {
      // Who was only seen in the queue holds nothing, and ending it would help nobody.
      Optional<Clearance> clearance =
          blocker.holds().isEmpty()
              ? Optional.empty()
              : clearances.stream().filter(any -> any.covers(blocker)).findFirst();
      if (clearance.isPresent()) {
        // One that is idle has no statement to give up; one that was asked has not listened.
        boolean again = asked.contains(blocker.processId());
        boolean idle = blocker.kind() == Blocker.Kind.IDLE;
        boolean terminate = clearance.get().terminate() && (again || idle);
        if (terminate || !(again || idle)) {
          ask(watch.get(), planned, blocker, terminate);
        }
      }
    }
  }

  private void ask(LockWatch open, PlannedMigration planned, Blocker blocker, boolean terminate)
      throws StatementFailure {
    session.atomically(List.of(new Work.Note(chronicle.cancellation(planned, blocker, terminate))));
    boolean taken = terminate ? open.terminate(blocker) : open.cancel(blocker);
    asked.add(blocker.processId());
    listener.on(new Event.BlockerEnded(planned, blocker, terminate, taken));
  }
}
