package io.liftlock.core.report;

import io.liftlock.core.error.Problem;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.Consistency;
import io.liftlock.core.transfer.HashKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What comparing the rows of two databases gave.
 *
 * @param tables each pair of tables, in order
 * @param notCompared tables that were not looked at, and why
 * @param hash how rows were hashed
 * @param seeds how many independent hashes were compared
 * @param readA when and how consistently A was read
 * @param readB when and how consistently B was read
 */
public record RowComparison(
    List<TableComparison> tables,
    Map<ObjectId, Problem> notCompared,
    HashKind hash,
    int seeds,
    Reading readA,
    Reading readB) {

  /**
   * At which point a side was read.
   *
   * @param at when
   * @param point the database's own name of the point; empty where it has none
   * @param consistency what the readers saw together
   */
  public record Reading(Instant at, String point, Consistency consistency) {}

  /** Copies the collections. */
  public RowComparison {
    tables = List.copyOf(tables);
    notCompared = Map.copyOf(notCompared);
  }

  /** Whether every table was compared and is equal. */
  public boolean isEqual() {
    return notCompared.isEmpty()
        && tables.stream().allMatch(table -> table.state() == TableComparison.State.EQUAL);
  }
}
