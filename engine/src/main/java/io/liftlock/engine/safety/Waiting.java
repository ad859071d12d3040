package io.liftlock.engine.safety;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import io.liftlock.core.syntax.AlterTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who waits for what, in the words of findings. */
public final class Waiting {

  private Waiting() {}

  /** {@code SHARE ROW EXCLUSIVE on users: writes wait}. */
  public static String on(Moment moment, ExpectedLock lock) {
    return lock.mode().sql()
        + " on "
        + moment.shown(lock.relation())
        + ": "
        + (lock.mode().blocksReads()
            ? "reads and writes wait"
            : lock.mode().blocksWrites() ? "writes wait" : "other changes of the schema wait");
  }

  /** The same of several locks, joined by semicolons. */
  public static String on(Moment moment, List<ExpectedLock> locks) {
    return locks.stream().map(lock -> on(moment, lock)).collect(Collectors.joining("; "));
  }

  /** An ALTER writes its table anew. */
  public static String whileRewritten(Moment moment, AlterTable alter) {
    return on(moment, new ExpectedLock(alter.name(), LockMode.ACCESS_EXCLUSIVE))
        + " until every row and every index has been written anew";
  }

  /** An ALTER reads its table through, under the lock that is forecast. */
  public static String whileScanned(Moment moment, AlterTable alter) {
    return on(
            moment,
            lockOn(moment, moment.forecast(), alter.name())
                .orElse(new ExpectedLock(alter.name(), LockMode.ACCESS_EXCLUSIVE)))
        + " until all rows have been read";
  }

  /** The lock on a relation, where a forecast has one. */
  public static Optional<ExpectedLock> lockOn(Moment moment, Forecast forecast, RelationName name) {
    RelationName resolved = moment.outline().resolve(name);
    return forecast.locks().stream().filter(lock -> lock.relation().equals(resolved)).findFirst();
  }
}
