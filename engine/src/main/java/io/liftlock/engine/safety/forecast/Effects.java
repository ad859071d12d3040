package io.liftlock.engine.safety.forecast;

import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.sql.LockMode;
import io.liftlock.core.sql.RelationName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what a command will do. */
final class Effects {

  private final Map<RelationName, LockMode> locks = new TreeMap<>();
  private final SortedSet<RelationName> scanned = new TreeSet<>();
  private final SortedSet<RelationName> rewritten = new TreeSet<>();
  private final List<String> unknown = new ArrayList<>();
  private Forecast.@Nullable Failure failure;

  void lock(RelationName relation, LockMode mode) {
    locks.merge(relation, mode, LockMode::or);
  }

  void scan(RelationName table) {
    scanned.add(table);
  }

  void rewrite(RelationName relation) {
    rewritten.add(relation);
  }

  /** It will fail; the first reason counts. */
  void fail(String sqlState, String why) {
    if (failure == null) {
      failure = new Forecast.Failure(sqlState, why);
    }
  }

  /** Something keeps this from being the whole truth. */
  void unknown(String what) {
    if (!unknown.contains(what)) {
      unknown.add(what);
    }
  }

  Forecast forecast() {
    return new Forecast(
        locks.entrySet().stream()
            .map(entry -> new ExpectedLock(entry.getKey(), entry.getValue()))
            .toList(),
        scanned,
        rewritten,
        Optional.ofNullable(failure),
        unknown);
  }
}
