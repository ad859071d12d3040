package io.liftlock.runtime.transfer;

import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.Space;
import io.liftlock.core.transfer.TablePair;
import java.util.List;

/**
 * What a copy would do now.
 *
 * @param from the source
 * @param to the target
 * @param tables which table's rows go where
 * @param omissions what is not copied, and why
 * @param types the types that columns would get, where the target is of another kind
 * @param jobs how many workers there would be
 * @param profile how careful they would be
 * @param chunkBytes how much one transaction would copy, about
 * @param space what it would take on the target's disk
 */
public record CopyPreview(
    DatabaseEnd from,
    DatabaseEnd to,
    List<PlannedTable> tables,
    List<CopyPlan.Omission> omissions,
    List<CopyResult.TypeChosen> types,
    int jobs,
    CopyPace.Profile profile,
    long chunkBytes,
    Space space) {

  /**
   * A table that would be copied.
   *
   * @param pair where its rows go
   * @param rows about how many; -1 where nobody knows without counting
   * @param bytes what they take, without indexes
   * @param parts in about how many parts
   */
  public record PlannedTable(TablePair pair, long rows, long bytes, long parts) {}

  /** Copies the lists. */
  public CopyPreview {
    tables = List.copyOf(tables);
    omissions = List.copyOf(omissions);
    types = List.copyOf(types);
  }
}
