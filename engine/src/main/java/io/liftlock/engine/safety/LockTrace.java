package io.liftlock.engine.safety;

import io.liftlock.core.database.Database;
import io.liftlock.core.database.LockProbe;
import io.liftlock.core.database.StatementFailure;
import io.liftlock.core.error.DatabaseError;
import io.liftlock.core.plan.Forecast;
import io.liftlock.core.plan.Placement;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.plan.PlannedMigration;
import io.liftlock.core.plan.Step;
import io.liftlock.core.plan.Steps;
import io.liftlock.core.plan.Timeouts;
import io.liftlock.core.report.LintReport;
import io.liftlock.core.report.StatementTrace;
import io.liftlock.core.report.TracedStatement;
import io.liftlock.core.sql.RelationName;
import io.liftlock.engine.run.Callbacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Runs a plan on a scratch database in the transactions that the runner would make, and sees what
 * each statement does to relations that were there before its migration. Nothing is written into a
 * history.
 */
public final class LockTrace {

  private final Database scratch;
  private final LockProbe probe;
  private final LintReport expected;

  /**
   * @param scratch a database that nobody else uses
   * @param probe sees what happens there
   * @param expected what the forecast says of the statements of the plan
   */
  public LockTrace(Database scratch, LockProbe probe, LintReport expected) {
    this.scratch = scratch;
    this.probe = probe;
    this.expected = expected;
  }

  /**
   * Runs it, up to the first failure.
   *
   * @return each statement that was begun, in order
   * @throws DatabaseError where a setting of a migration cannot be had
   */
  public List<TracedStatement> trace(Plan plan) {
    Walk walk = new Walk(new Callbacks(plan));
    try {
      if (plan.grouping() == Plan.Grouping.ALL) {
        walk.allAtOnce(plan.migrations());
      } else {
        for (PlannedMigration planned : plan.migrations()) {
          if (!walk.failed) {
            walk.one(planned);
          }
        }
      }
    } catch (StatementFailure failure) {
      throw new DatabaseError(failure.problem(), failure.sqlState(), failure);
    }
    return walk.traced;
  }

  /** A statement and the migration it belongs to. */
  private record Placed(PlannedMigration planned, Step step) {}

  private final class Walk {

    private final Callbacks callbacks;
    private final List<TracedStatement> traced = new ArrayList<>();
    private Set<RelationName> known = Set.of();
    private Map<RelationName, RelationName> there = Map.of();
    private int transactions;
    private boolean failed;

    Walk(Callbacks callbacks) {
      this.callbacks = callbacks;
    }

    void allAtOnce(List<PlannedMigration> all) throws StatementFailure {
      if (all.isEmpty()) {
        return;
      }
      begin(all.get(0));
      List<Placed> steps = new ArrayList<>();
      all.forEach(planned -> everything(planned).forEach(steps::add));
      together(steps);
      scratch.session().endScript();
    }

    void one(PlannedMigration planned) throws StatementFailure {
      begin(planned);
      switch (planned.execution()) {
        case ONE_TRANSACTION -> together(everything(planned));
        case SEGMENTS, AS_WRITTEN -> pieces(planned);
        case RECORD_ONLY -> {
          // Nothing of it runs.
        }
      }
      scratch.session().endScript();
    }

    private void begin(PlannedMigration planned) throws StatementFailure {
      // The budgets of a run are left out: nobody is in the way here, and a trace may take long.
      scratch.session().configure(Timeouts.NONE, planned.settings());
      known = Set.copyOf(probe.relations().keySet());
    }

    private List<Placed> everything(PlannedMigration planned) {
      List<Placed> steps = new ArrayList<>();
      callbacks.before(planned).forEach(step -> steps.add(new Placed(planned, step)));
      Steps.of(planned).forEach(step -> steps.add(new Placed(planned, step)));
      callbacks.behind(planned).forEach(step -> steps.add(new Placed(planned, step)));
      return steps;
    }

    /** As the runner does: what may share a transaction does. */
    private void pieces(PlannedMigration planned) {
      List<Placed> group = new ArrayList<>();
      boolean own = false;
      boolean keepsEach = !planned.migration().header().transactional();
      for (Placed placed : everything(planned)) {
        Placement placement = placed.step().placement();
        boolean ends = placement == Placement.COMMIT || placement == Placement.ROLLBACK;
        if (own) {
          group.add(placed);
          if (ends) {
            own = false;
            flush(group);
          }
        } else if (placement == Placement.INSIDE) {
          group.add(placed);
          if (keepsEach) {
            flush(group);
          }
        } else {
          flush(group);
          if (placement == Placement.BEGIN) {
            group.add(placed);
            own = true;
          } else if (!failed) {
            there = probe.relations();
            take(placed, 0, probe.alone(placed.step()));
          }
        }
        if (failed) {
          return;
        }
      }
      flush(group);
    }

    private void flush(List<Placed> group) {
      together(group);
      group.clear();
    }

    private void together(List<Placed> steps) {
      if (steps.isEmpty() || failed) {
        return;
      }
      transactions++;
      there = probe.relations();
      List<StatementTrace> traces = probe.together(steps.stream().map(Placed::step).toList());
      Agreement agreement = new Agreement();
      int at = 0;
      for (Placed placed : steps) {
        if (isControl(placed.step())) {
          continue;
        }
        if (at < traces.size()) {
          take(placed, transactions, traces.get(at++), agreement);
        }
      }
    }

    private void take(Placed placed, int transaction, StatementTrace trace) {
      take(placed, transaction, trace, new Agreement());
    }

    private void take(Placed placed, int transaction, StatementTrace trace, Agreement agreement) {
      StatementTrace seen = without(trace);
      Optional<Forecast> forecast = expected.forecast(placed.step().statement());
      List<String> surprises =
          forecast
              .map(each -> agreement.surprises(placed.step().statement(), each, seen))
              .orElse(List.of());
      traced.add(
          new TracedStatement(
              placed.planned().migration().id().toString(),
              transaction,
              seen,
              forecast,
              surprises));
      failed |= trace.failure().isPresent();
    }

    /** What this migration has made itself is nobody's problem, also when it is committed. */
    private StatementTrace without(StatementTrace trace) {
      return new StatementTrace(
          trace.place(),
          trace.statement(),
          trace.locks().stream().filter(lock -> isKnown(lock.relation())).toList(),
          kept(trace.rewritten()),
          kept(trace.scanned()),
          trace.rows(),
          trace.walBytes(),
          trace.startMs(),
          trace.durationMs(),
          trace.failure(),
          trace.sqlState());
    }

    /** An index that this migration has made on a table that others use is used by them, too. */
    private boolean isKnown(RelationName name) {
      return known.contains(name) || known.contains(there.getOrDefault(name, name));
    }

    private SortedSet<RelationName> kept(SortedSet<RelationName> names) {
      SortedSet<RelationName> kept = new TreeSet<>(names);
      kept.removeIf(name -> !isKnown(name));
      return kept;
    }
  }

  private static boolean isControl(Step step) {
    return switch (step.placement()) {
      case BEGIN, COMMIT, ROLLBACK -> true;
      case INSIDE, OUTSIDE -> false;
    };
  }
}
