package io.liftlock.engine.safety;

import io.liftlock.core.database.Facts;
import io.liftlock.core.database.TableFacts;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.report.Impact;
import io.liftlock.core.sql.RelationName;
import io.liftlock.engine.safety.outline.IndexOutline;
import io.liftlock.engine.safety.outline.Outline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Estimates for how long others wait. The rates are those of a small server with a cold cache: an
 * estimate that is too long sends somebody to look, one that is too short breaks an application.
 */
final class Impacts {

  /** What such a server reads through, in bytes a second. */
  private static final long SCANNED = 200_000_000;

  /** What such a server writes anew, with its indexes and its log, in bytes a second. */
  private static final long REWRITTEN = 40_000_000;

  private Impacts() {}

  /** The impact of a forecast; empty where it blocks nobody for long, or sizes are not known. */
  static Optional<Impact> of(Forecast forecast, Facts facts, Outline outline) {
    if (!forecast.blocksForLong()) {
      return Optional.empty();
    }
    Map<RelationName, Long> rates = new LinkedHashMap<>();
    forecast.scanned().forEach(name -> rates.put(name, SCANNED));
    // An index is written anew by reading its table.
    forecast.rewritten().forEach(name -> rates.put(table(name, outline), REWRITTEN));
    double seconds = 0;
    long rows = 0;
    long bytes = 0;
    for (Map.Entry<RelationName, Long> each : rates.entrySet()) {
      Optional<TableFacts> table = facts.table(each.getKey());
      if (table.isEmpty()) {
        return Optional.empty();
      }
      seconds += (double) table.get().bytes() / each.getValue();
      rows = Math.max(rows, table.get().rows());
      bytes = Math.max(bytes, table.get().bytes());
    }
    return Optional.of(new Impact(Duration.ofMillis(Math.round(seconds * 1000)), rows, bytes));
  }

  /** The relations of a forecast whose size is not known. */
  static SortedSet<RelationName> unknown(Forecast forecast, Facts facts, Outline outline) {
    SortedSet<RelationName> unknown = new TreeSet<>(forecast.scanned());
    forecast.rewritten().forEach(name -> unknown.add(table(name, outline)));
    unknown.removeIf(name -> facts.table(name).isPresent());
    return unknown;
  }

  private static RelationName table(RelationName name, Outline outline) {
    return outline.index(name).map(IndexOutline::table).orElse(name);
  }
}
