package io.liftlock.engine.run;

import io.liftlock.core.database.Work;
import io.liftlock.core.migration.LockRecord;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.sql.RelationName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The locks on tables that a transaction takes before the first of its statements that needs one:
 * those that others' reads or writes wait for.
 *
 * <p>All of them are taken there, sorted by name, those of later statements as well. Taken one by
 * one they would be taken in the order of the script, while what came first is already held: the
 * application would wait for one table until another one is free, and could deadlock with us. What
 * stands before that statement runs without them, since it needs none: a script that first copies
 * rows and then alters a table blocks the table for the second part only.
 */
final class Claims {

  /**
   * A lock and who needs it.
   *
   * @param ordinal 1-based place of the first statement that needs it
   */
  private record Claim(PlannedMigration planned, int ordinal, ExpectedLock lock) {

    Claim or(Claim other) {
      ExpectedLock stronger =
          new ExpectedLock(lock.relation(), lock.mode().or(other.lock().mode()));
      return new Claim(planned, ordinal, stronger);
    }
  }

  /** No lock at all. */
  static final Claims NONE = new Claims(new TreeMap<>(), 0);

  private final Map<RelationName, Claim> claims;
  private final int before;

  private Claims(Map<RelationName, Claim> claims, int before) {
    this.claims = claims;
    this.before = before;
  }

  /** The claims of a planned migration that runs in one transaction. */
  static Claims of(PlannedMigration planned) {
    List<Integer> ordinals =
        planned.locks().keySet().stream()
            .filter(ordinal -> ordinal >= planned.firstOrdinal())
            .sorted()
            .toList();
    return of(planned, ordinals);
  }

  /** The claims of some statements of a migration, which share a transaction. */
  static Claims of(PlannedMigration planned, Collection<Step> steps) {
    return of(planned, steps.stream().map(Step::ordinal).sorted().toList());
  }

  private static Claims of(PlannedMigration planned, List<Integer> ordinals) {
    Map<RelationName, Claim> claims = new TreeMap<>();
    int before = 0;
    for (int ordinal : ordinals) {
      for (ExpectedLock lock : planned.locks().getOrDefault(ordinal, List.of())) {
        if (lock.mode().blocksWrites()) {
          before = before == 0 ? ordinal : before;
          claims.merge(lock.relation(), new Claim(planned, ordinal, lock), Claim::or);
        }
      }
    }
    return new Claims(claims, before);
  }

  /** These, and those of migrations that come later in the same transaction. */
  Claims and(Claims later) {
    if (claims.isEmpty()) {
      return later;
    }
    Map<RelationName, Claim> both = new TreeMap<>(claims);
    later.claims.forEach((table, claim) -> both.merge(table, claim, Claim::or));
    return new Claims(both, before);
  }

  boolean isEmpty() {
    return claims.isEmpty();
  }

  /** Whether they are taken in front of a statement. */
  boolean standBefore(Step step) {
    return !claims.isEmpty() && step.ordinal() == before;
  }

  /** What is taken. */
  List<ExpectedLock> locks() {
    return claims.values().stream().map(Claim::lock).toList();
  }

  /** The piece of work that takes them. */
  Work work(Chronicle chronicle, Step step, SoFar soFar, Duration hold) {
    List<LockRecord> records = new ArrayList<>();
    for (Claim claim : claims.values()) {
      records.add(
          chronicle.lock(
              claim.planned(),
              claim.ordinal(),
              claim.lock(),
              soFar.lostTo(claim.lock().relation())));
    }
    return new Work.Lock(records, step, soFar.patience(), hold);
  }
}
