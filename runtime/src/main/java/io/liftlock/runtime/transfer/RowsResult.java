package io.liftlock.runtime.transfer;

import io.liftlock.core.change.Change;
import io.liftlock.core.change.SchemaDiff;
import io.liftlock.core.database.RunnerIdentity;
import io.liftlock.core.error.Problem;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.transfer.CopyPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What comparing two databases gave.
 *
 * @param a the first
 * @param b the second
 * @param schema what differs between the schemas, behind renaming; empty where they were not
 *     compared
 * @param renames what has another name in B
 * @param rows what differs between the rows; empty where they were not compared
 * @param left what a person wanted to be left out
 * @param notices what a person should know
 * @param by who compared
 * @param at when
 */
public record RowsResult(
    DatabaseEnd a,
    DatabaseEnd b,
    Optional<SchemaDiff> schema,
    List<Change.Rename> renames,
    Optional<RowComparison> rows,
    List<CopyPlan.Omission> left,
    List<Problem> notices,
    RunnerIdentity by,
    Instant at) {

  /** Copies the lists. */
  public RowsResult {
    renames = List.copyOf(renames);
    left = List.copyOf(left);
    notices = List.copyOf(notices);
  }

  /** Whether everything that was to be compared was, and nothing differs. */
  public boolean isEqual() {
    return schema.map(SchemaDiff::isEmpty).orElse(true)
        && rows.map(RowComparison::isEqual).orElse(true)
        && notices.stream().noneMatch(Problem::isError);
  }
}
