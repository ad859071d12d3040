package io.liftlock.engine.safety.rules.partitions;

import io.liftlock.core.report.Severity;
import io.liftlock.core.sql.RelationName;
import io.liftlock.engine.safety.Findings;
import io.liftlock.engine.safety.Moment;
import io.liftlock.engine.safety.Rule;
import java.util.HashSet;
import java.util.Set;

/** A transaction locks more relations than it has a right to. Hazards M2, M33. */
public final class LocksManyRelations implements Rule {

  /** What {@code max_locks_per_transaction} is where nobody has changed it. */
  private static final int SHARE = 64;

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Moment moment, Findings findings) {
    Set<RelationName> before = moment.transaction().held().keySet();
    Set<RelationName> all = new HashSet<>(before);
    moment.forecast().locks().forEach(lock -> all.add(lock.relation()));
    if (before.size() <= SHARE && all.size() > SHARE) {
      findings.add(
          0,
          "This transaction locks " + all.size() + " tables and indexes at a time",
          "With a table of locks that is made for "
              + SHARE
              + " per transaction it may fail (53200), or another one does, and whoever needs one"
              + " of them waits for all");
    }
  }
}
