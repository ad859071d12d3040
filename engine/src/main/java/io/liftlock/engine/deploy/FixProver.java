package io.liftlock.engine.deploy;

import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.database.Database;
import io.liftlock.core.database.LockProbe;
import io.liftlock.core.database.RowDigests;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.migration.Direction;
import io.liftlock.core.migration.Migration;
import io.liftlock.core.plan.Plan;
import io.liftlock.core.report.FixProof;
import io.liftlock.core.report.LintReport;
import io.liftlock.core.report.StatementTrace;
import io.liftlock.core.report.TracedStatement;
import io.liftlock.core.schema.Column;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.Table;
import io.liftlock.engine.proof.RowSeeder;
import io.liftlock.engine.proof.SeedableSchema;
import io.liftlock.engine.proof.Workbench;
import io.liftlock.engine.safety.LockTrace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Proves that the safe form of a migration comes to the same as the original: runs both on scratch
 * databases that hold the same rows, and compares schemas and rows. What two runs of the original
 * do not agree upon (random values, times) is nobody's fault and left out by name.
 */
public final class FixProver {

  /** How often the original runs again before a difference counts. */
  private static final int RUNS = 3;

  private final Supplier<Workbench> benches;
  private final int rows;
  private final long seed;
  private final Duration budget;

  /**
   * @param benches gives an empty scratch database each time it is asked
   * @param rows how many rows each table gets
   * @param seed decides about the rows
   * @param budget for how long a statement may keep reads or writes waiting
   */
  public FixProver(Supplier<Workbench> benches, int rows, long seed, Duration budget) {
    this.benches = benches;
    this.rows = rows;
    this.seed = seed;
    this.budget = budget;
  }

  /**
   * Proves one rewriting.
   *
   * @param earlier the migrations before it, in order
   * @param original the migration as it was
   * @param safe what takes its place, in order
   */
  public FixProof prove(List<Migration> earlier, Migration original, List<Migration> safe) {
    try {
      Schema later = later(earlier, original);
      // A check or a bound may be beyond what made-up rows can be made to fit.
      int planted = rows > 0 && takesRows(earlier, original, later) ? rows : 0;
      try (Workbench first = bench(earlier, later, planted);
          Workbench second = bench(earlier, later, planted)) {
        first.migrate(List.of(original), Direction.UP);
        List<StatementTrace> traces = trace(second, safe);
        Optional<Problem> failure =
            traces.stream().flatMap(trace -> trace.failure().stream()).findFirst();
        if (failure.isPresent()) {
          return FixProof.failed(failure.get());
        }
        SchemaDiff diff = SchemaDiff.between(first.schema(), second.schema());
        List<String> differing = differing(first, second, Set.of());
        Set<String> undetermined = new TreeSet<>();
        // Made-up values of few forms, such as random flags, can be alike once by chance.
        for (int run = 0; run < RUNS && !differing.isEmpty(); run++) {
          try (Workbench again = bench(earlier, later, planted)) {
            again.migrate(List.of(original), Direction.UP);
            undetermined.addAll(differing(first, again, Set.of()));
          }
          differing = differing(first, second, Set.copyOf(undetermined));
          differing.removeAll(undetermined);
        }
        return new FixProof(
            Optional.empty(),
            diff.changes(),
            differing,
            List.copyOf(undetermined),
            filled(first),
            traces,
            traces.stream().filter(this::isTooLong).toList());
      }
    } catch (LiftlockException e) {
      return FixProof.failed(e.problems().get(0));
    }
  }

  /** What the original makes of an empty database: rows have to fit that, too. */
  private Schema later(List<Migration> earlier, Migration original) {
    try (Workbench bench = benches.get()) {
      bench.migrate(earlier, Direction.UP);
      bench.migrate(List.of(original), Direction.UP);
      return bench.database().inspector().inspect();
    }
  }

  /** Whether the original can be run over made-up rows. */
  private boolean takesRows(List<Migration> earlier, Migration original, Schema later) {
    try (Workbench bench = bench(earlier, later, rows)) {
      bench.migrate(List.of(original), Direction.UP);
      return true;
    } catch (LiftlockException e) {
      return false;
    }
  }

  private Workbench bench(List<Migration> earlier, Schema later, int planted) {
    Workbench bench = benches.get();
    boolean done = false;
    try {
      bench.migrate(earlier, Direction.UP);
      Schema now = bench.database().inspector().inspect();
      new RowSeeder(planted, new SplittableRandom(seed))
          .seed(
              bench.database(),
              SeedableSchema.of(now, later),
              now.tables().stream().map(Table::id).toList(),
              later);
      done = true;
      return bench;
    } finally {
      if (!done) {
        bench.close();
      }
    }
  }

  /** Runs the safe form, and watches it where this kind of database lets itself be watched. */
  private static List<StatementTrace> trace(Workbench bench, List<Migration> safe) {
    Optional<LockProbe> found = bench.database().lockProbe();
    if (found.isEmpty()) {
      bench.migrate(safe, Direction.UP);
      return List.of();
    }
    try (LockProbe probe = found.get()) {
      LintReport nothing = new LintReport(List.of(), List.of(), Map.of());
      return new LockTrace(bench.database(), probe, nothing)
          .trace(plan(bench, safe)).stream().map(TracedStatement::trace).toList();
    }
  }

  private static Plan plan(Workbench bench, List<Migration> safe) {
    return new Plan(
        safe.stream().map(migration -> bench.planned(migration, Direction.UP)).toList(),
        Plan.Grouping.EACH,
        List.of(),
        Map.of(),
        List.of());
  }

  private boolean isTooLong(StatementTrace trace) {
    return trace.locks().stream()
        .anyMatch(lock -> lock.mode().blocksWrites() && lock.heldMs() > budget.toMillis());
  }

  private static int filled(Workbench bench) {
    Database database = bench.database();
    return (int)
        bench.schema().tables().stream()
            .filter(table -> database.rows().digest(table.id(), names(table)).rows() > 0)
            .count();
  }

  /**
   * Tables with another number of rows or other rows, and columns with other values.
   *
   * @param leftOut columns that are not looked at
   */
  private static List<String> differing(Workbench left, Workbench right, Set<String> leftOut) {
    RowDigests ours = left.database().rows();
    RowDigests theirs = right.database().rows();
    Schema other = right.schema();
    TreeSet<String> differing = new TreeSet<>();
    for (Table table : left.schema().tables()) {
      if (!other.has(table.id())) {
        continue;
      }
      Table there = Table.of(other, other.find(table.id()).orElseThrow());
      String name = table.id().qualified();
      List<String> common =
          names(table).stream()
              .filter(column -> there.column(column).isPresent())
              .filter(column -> !leftOut.contains(name + "." + column))
              .toList();
      RowDigests.RowDigest mine = ours.digest(table.id(), common);
      RowDigests.RowDigest yours = theirs.digest(table.id(), common);
      if (mine.equals(yours)) {
        continue;
      }
      List<String> columns =
          common.stream()
              .filter(
                  column ->
                      !ours.digest(table.id(), List.of(column))
                          .equals(theirs.digest(table.id(), List.of(column))))
              .map(column -> name + "." + column)
              .toList();
      // Each column alone may hold the same values, and the rows other combinations of them.
      differing.addAll(mine.rows() != yours.rows() || columns.isEmpty() ? List.of(name) : columns);
    }
    return new ArrayList<>(differing);
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }
}
