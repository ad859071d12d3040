package io.liftlock.core.report;

import io.liftlock.core.change.Change;
import io.liftlock.core.error.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of running a migration and its safe form on two databases that were alike.
 *
 * @param failure why one of the two could not be run to its end, so that nothing is proven
 * @param schema what differs between the schemas they end in; empty where they are equal
 * @param rows the columns whose values differ, {@code users.email}; {@code users} where the number
 *     of rows does
 * @param undetermined the columns that differ between two runs of the original, too: what the
 *     server makes up cannot be compared
 * @param tables how many tables held rows
 * @param traces what the statements of the safe form did
 * @param overBudget the traces of statements that kept others waiting for longer than the budget
 */
public record FixProof(
    Optional<Problem> failure,
    List<Change> schema,
    List<String> rows,
    List<String> undetermined,
    int tables,
    List<StatementTrace> traces,
    List<StatementTrace> overBudget) {

  /** Copies the lists. */
  public FixProof {
    schema = List.copyOf(schema);
    rows = List.copyOf(rows);
    undetermined = List.copyOf(undetermined);
    traces = List.copyOf(traces);
    overBudget = List.copyOf(overBudget);
  }

  /** Nothing could be proven. */
  public static FixProof failed(Problem why) {
    return new FixProof(Optional.of(why), List.of(), List.of(), List.of(), 0, List.of(), List.of());
  }

  /** Whether both end in the same schema and the same rows. */
  public boolean isEqual() {
    return failure.isEmpty() && schema.isEmpty() && rows.isEmpty();
  }
}
