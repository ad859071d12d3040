package io.liftlock.engine.safety;

import io.liftlock.core.database.Facts;
import io.liftlock.core.plan.ExpectedLock;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Steps;
import io.liftlock.core.report.Impact;
import io.liftlock.core.report.LintReport;
import io.liftlock.core.report.Standstill;
import io.liftlock.core.sql.RelationName;
import io.liftlock.engine.safety.outline.Outline;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Adds up how long migrations keep others waiting: a lock is held until its transaction ends, so
 * whatever is read or written behind it in that transaction counts.
 */
public final class Standstills {

  private final LintReport report;
  private final Facts facts;
  private final Outline before;

  /**
   * @param report what the statements do
   * @param facts what is known of the database in use
   * @param before the schema before all of them
   */
  public Standstills(LintReport report, Facts facts, Outline before) {
    this.report = report;
    this.facts = facts;
    this.before = before;
  }

  /** For how long a migration keeps others waiting; empty where it does not. */
  public Optional<Standstill> of(PlannedMigration planned) {
    Sum sum = new Sum();
    for (Step step : Steps.of(planned)) {
      if (step.placement() != Placement.INSIDE) {
        sum.held = Forecast.NOTHING;
      }
      report.forecast(step.statement()).ifPresent(forecast -> sum.add(step, forecast));
      if (step.placement() == Placement.OUTSIDE) {
        sum.held = Forecast.NOTHING;
      }
    }
    return sum.standstill(planned.migration().title());
  }

  /** What has come together so far. */
  private final class Sum {

    private Forecast held = Forecast.NOTHING;
    private Duration blocked = Duration.ZERO;
    private long rows;
    private long bytes;
    private final SortedSet<RelationName> unknown = new TreeSet<>();
    private final Set<ExpectedLock> locks = new LinkedHashSet<>();
    private @Nullable Step first;

    void add(Step step, Forecast all) {
      // What this very run has made, such as an index, is as large as what it is made of.
      Forecast forecast = all.without(name -> !isThere(name));
      held = locksOf(held.and(forecast));
      Forecast now = held.and(forecast);
      if (!now.blocksForLong()) {
        return;
      }
      if (first == null) {
        first = step;
      }
      now.locks().stream().filter(lock -> lock.mode().blocksWrites()).forEach(locks::add);
      Optional<Impact> impact = Impacts.of(now, facts, before);
      if (impact.isPresent()) {
        blocked = blocked.plus(impact.get().blocked());
        rows = Math.max(rows, impact.get().rows());
        bytes = Math.max(bytes, impact.get().bytes());
      } else {
        unknown.addAll(Impacts.unknown(now, facts, before));
      }
    }

    /** Tables without their indexes; indexes alone where nothing else is locked. */
    private List<ExpectedLock> tablesFirst() {
      List<ExpectedLock> tables = locks.stream().filter(lock -> !isIndex(lock.relation())).toList();
      return tables.isEmpty() ? List.copyOf(locks) : tables;
    }

    private boolean isThere(RelationName name) {
      return before.table(name).isPresent() || isIndex(name);
    }

    private boolean isIndex(RelationName name) {
      return before.index(name).isPresent();
    }

    /** What stays until the transaction ends: the locks, and nothing of what was read. */
    private static Forecast locksOf(Forecast forecast) {
      return new Forecast(
          forecast.locks(), new TreeSet<>(), new TreeSet<>(), Optional.empty(), List.of());
    }

    Optional<Standstill> standstill(String title) {
      return Optional.ofNullable(first)
          .map(
              step ->
                  new Standstill(
                      title,
                      step.statement().span().place(),
                      tablesFirst(),
                      unknown.isEmpty()
                          ? Optional.of(new Impact(blocked, rows, bytes))
                          : Optional.empty(),
                      unknown));
    }
  }
}
