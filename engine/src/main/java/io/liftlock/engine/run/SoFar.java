package io.liftlock.engine.run;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.sql.RelationName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the tries before this one have cost, and how long this one may wait for its locks. */
final class SoFar {

  private final Map<RelationName, Long> lostTo = new LinkedHashMap<>();
  private long lostMs;
  private Duration patience = Duration.ZERO;

  /** Time lost in earlier tries, in milliseconds. */
  long lostMs() {
    return lostMs;
  }

  /** How much of it the lock on one table has cost, in milliseconds. */
  long lostTo(RelationName table) {
    return lostTo.getOrDefault(table, 0L);
  }

  /** How long this try may wait for its locks on tables; zero where it takes none. */
  Duration patience() {
    return patience;
  }

  /** Another try begins. */
  void begin(Duration longest) {
    patience = longest;
  }

  /**
   * A try, or a wait before one, was in vain.
   *
   * @param awaited the lock that was not granted, or null where it cannot be named
   */
  void lost(long ms, @Nullable ExpectedLock awaited) {
    lostMs += ms;
    if (awaited != null) {
      lostTo.merge(awaited.relation(), ms, Long::sum);
    }
  }
}
