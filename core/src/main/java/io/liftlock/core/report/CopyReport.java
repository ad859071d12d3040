package io.liftlock.core.report;

import io.liftlock.core.error.Problem;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.CopyRun;
import io.liftlock.core.transfer.SnapshotRecord;
import io.liftlock.core.transfer.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a copy did.
 *
 * @param run which
 * @param tables each table, in the order of the plan
 * @param omissions what of the source was not copied, and why
 * @param phases how long each part of the work took, in order; they may overlap
 * @param snapshots the points that the source was read at
 * @param consistent whether all of it is the source as it was at the last of these points
 * @param resumed how many chunks an earlier process had copied
 * @param verified the comparison afterwards; empty where it was not wanted
 * @param notices what a person should know
 */
public record CopyReport(
    CopyRun run,
    List<CopiedTable> tables,
    List<CopyPlan.Omission> omissions,
    List<Phase> phases,
    List<SnapshotRecord> snapshots,
    boolean consistent,
    int resumed,
    Optional<RowComparison> verified,
    List<Problem> notices) {

  /**
   * A table that was copied.
   *
   * @param source the source's table
   * @param target the target's table
   * @param tally how much
   * @param chunks in how many parts
   * @param durationMs from its first row to its last, where other tables came in between, too
   */
  public record CopiedTable(
      ObjectId source, ObjectId target, Tally tally, int chunks, long durationMs) {}

  /**
   * A part of the work.
   *
   * @param name {@code schema}, {@code rows}, {@code indexes}, {@code keys}, {@code compare} …
   * @param durationMs from its first act to its last
   */
  public record Phase(String name, long durationMs) {}

  /** Copies the collections. */
  public CopyReport {
    tables = List.copyOf(tables);
    omissions = List.copyOf(omissions);
    phases = List.copyOf(phases);
    snapshots = List.copyOf(snapshots);
    notices = List.copyOf(notices);
  }

  /** The same, with a part of the work that came before all others. */
  public CopyReport after(Phase first) {
    List<Phase> all = new ArrayList<>(List.of(first));
    all.addAll(phases);
    return new CopyReport(
        run, tables, omissions, all, snapshots, consistent, resumed, verified, notices);
  }

  /** Everything that was copied. */
  public Tally total() {
    return tables.stream().map(CopiedTable::tally).reduce(Tally.NONE, Tally::plus);
  }
}
