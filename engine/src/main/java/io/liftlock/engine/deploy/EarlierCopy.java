package io.liftlock.engine.deploy;

import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.event.Listener;
import io.liftlock.core.migration.History;
import io.liftlock.core.report.CopyReport;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.transfer.ChunkRecord;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.CopyState;
import io.liftlock.core.transfer.Tally;
import io.liftlock.engine.run.Timing;
import io.liftlock.engine.transfer.CopyOptions;
import io.liftlock.engine.transfer.compare.CompareOptions;
import io.liftlock.engine.transfer.compare.RowComparer;
import io.liftlock.engine.transfer.pairing.CopyPlanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A copy that was done while what was to follow it was not: the process ended between the two. Both
 * are compared again, and nothing is copied twice.
 */
final class EarlierCopy {

  private final NewHomeRequest request;
  private final Timing timing;
  private final Listener listener;

  EarlierCopy(NewHomeRequest request, Timing timing, Listener listener) {
    this.request = request;
    this.timing = timing;
    this.listener = listener;
  }

  /**
   * What it did, once it is certain that the target still may be migrated on.
   *
   * @return empty where there is no such copy, or rows are to be copied anew
   * @throws StateError with ROWS_DIFFER where the two are no longer equal
   */
  Optional<CopyReport> report(Schema source, Schema target) {
    if (request.copy().existing() != CopyOptions.IntoExisting.REFUSE || request.copy().restart()) {
      return Optional.empty();
    }
    Optional<CopyState> last =
        request
            .target()
            .rowTarget()
            .ledger()
            .last()
            .filter(state -> state.run().state() == CopyRun.State.DONE)
            .filter(
                state ->
                    state.run().sourceIdentity().equals(request.source().rowSource().identity()));
    if (last.isEmpty()) {
      return Optional.empty();
    }
    Optional<CopyPlan> plan =
        plan(source, target).filter(same -> same.digest().equals(last.get().run().planDigest()));
    if (plan.isPresent()) {
      return Optional.of(compared(last.get(), plan.get()));
    }
    // Migrations begin only once both were equal; some of them have run.
    History before = request.source().history().read();
    return SourceVersion.isBehind(before, request.target().history().read())
        ? Optional.of(report(last.get(), Optional.empty(), table -> table))
        : Optional.empty();
  }

  private Optional<CopyPlan> plan(Schema source, Schema target) {
    try {
      return Optional.of(
          CopyPlanner.plan(source, target, new NamesAcross(request).mapping(source, target)));
    } catch (LiftlockException doesNotFit) {
      return Optional.empty();
    }
  }

  private CopyReport compared(CopyState state, CopyPlan plan) {
    int jobs = Math.max(1, request.copy().jobs());
    RowComparison comparison;
    try (ReadPoint one = request.source().rowSource().open(jobs);
        ReadPoint other = request.target().rowSource().open(jobs)) {
      comparison =
          new RowComparer(
                  CompareOptions.DEFAULTS.named(request.target().name()).withJobs(jobs),
                  timing,
                  listener)
              .compare(one, other, plan);
    }
    if (!comparison.isEqual()) {
      throw new StateError(
          Problem.error(
                  ErrorCode.ROWS_DIFFER,
                  "the source was copied here, and since then one of the two was written to: they"
                      + " are no longer equal")
              .action(
                  "see how with `liftlock compare`, or copy anew with --into-existing replace"));
    }
    Map<ObjectId, ObjectId> targets = new HashMap<>();
    plan.tables().forEach(pair -> targets.put(pair.source(), pair.target()));
    return report(state, Optional.of(comparison), table -> targets.getOrDefault(table, table));
  }

  private static CopyReport report(
      CopyState state, Optional<RowComparison> comparison, Function<ObjectId, ObjectId> target) {
    int newest = state.snapshots().size();
    boolean consistent =
        state.chunks().stream()
            .allMatch(
                chunk -> {
                  ChunkRecord.Copied copied = chunk.copied();
                  return copied != null && copied.snapshot() == newest;
                });
    return new CopyReport(
        state.run(),
        tables(state, target),
        List.of(),
        List.of(),
        state.snapshots(),
        consistent,
        state.chunks().size(),
        comparison,
        List.of());
  }

  private static List<CopyReport.CopiedTable> tables(
      CopyState state, Function<ObjectId, ObjectId> target) {
    Map<ObjectId, List<ChunkRecord>> chunks = new LinkedHashMap<>();
    for (ChunkRecord chunk : state.chunks()) {
      chunks.computeIfAbsent(chunk.table(), table -> new ArrayList<>()).add(chunk);
    }
    List<CopyReport.CopiedTable> tables = new ArrayList<>();
    chunks.forEach(
        (table, parts) -> {
          Tally tally = Tally.NONE;
          for (ChunkRecord part : parts) {
            ChunkRecord.Copied copied = part.copied();
            tally = copied == null ? tally : tally.plus(copied.tally());
          }
          tables.add(
              new CopyReport.CopiedTable(table, target.apply(table), tally, parts.size(), 0));
        });
    return tables;
  }
}
