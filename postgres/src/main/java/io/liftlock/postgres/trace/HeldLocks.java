package io.liftlock.postgres.trace;

import io.liftlock.core.report.ObservedLock;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The locks of one transaction, from the statement that took them to the end. */
final class HeldLocks {

  /** A lock that was taken; how long it was held is known when it is over. */
  static final class Taken {

    private final RelationName relation;
    private final LockMode mode;
    private final long from;
    private long until = -1;

    private Taken(RelationName relation, LockMode mode, long from) {
      this.relation = relation;
      this.mode = mode;
      this.from = from;
    }

    ObservedLock observed() {
      return new ObservedLock(relation, mode, from, Math.max(0, until - from));
    }
  }

  private record Hold(LockMode mode, Taken taken) {}

  private final Look first;
  private final Map<Long, Hold> held = new HashMap<>();
  private final List<Taken> all = new ArrayList<>();

  /**
   * @param first the look before the transaction: only what is in it is seen by others
   */
  HeldLocks(Look first) {
    this.first = first;
  }

  /**
   * Notes what is locked behind a statement.
   *
   * @param before the look before it, for the names that it knew relations by
   * @param from when it began, in milliseconds
   * @param now when it had ended
   * @return what it has locked, or locked more strongly than before, sorted by name
   */
  List<Taken> behind(Look before, Look after, long from, long now) {
    held.entrySet().removeIf(entry -> isGone(entry.getKey(), entry.getValue(), after, now));
    List<Taken> fresh = new ArrayList<>();
    after
        .locks()
        .forEach(
            (oid, mode) -> {
              Hold hold = held.get(oid);
              if (!first.tells(oid, mode) || (hold != null && hold.mode().compareTo(mode) >= 0)) {
                return;
              }
              RelationName name = before.name(oid).or(() -> first.name(oid)).orElseThrow();
              Taken taken = new Taken(name, mode, from);
              held.put(oid, new Hold(mode, taken));
              fresh.add(taken);
            });
    fresh.sort(Comparator.comparing(taken -> taken.relation));
    all.addAll(fresh);
    return fresh;
  }

  /** ROLLBACK TO gives up what was locked behind the savepoint. */
  private static boolean isGone(long oid, Hold hold, Look after, long now) {
    LockMode left = after.locks().get(oid);
    boolean gone = left == null || left.compareTo(hold.mode()) < 0;
    if (gone) {
      hold.taken().until = now;
    }
    return gone;
  }

  /** The transaction is over. */
  void end(long now) {
    for (Taken taken : all) {
      if (taken.until < 0) {
        taken.until = now;
      }
    }
  }
}
