package io.liftlock.runtime.transfer;

import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.ServerSize;
import io.liftlock.core.transfer.TableFacts;
import java.util.List;

/**
 * What a copy would do now.
 *
 * @param from the source
 * @param to the target
 * @param plan which table's rows go where
 * @param facts how large the source's tables are, in the plan's order
 * @param types the types that columns would get, where the target is of another kind
 * @param source how much the source can bear
 * @param target how much the target can bear
 */
public record CopyPreview(
    DatabaseEnd from,
    DatabaseEnd to,
    CopyPlan plan,
    List<TableFacts> facts,
    List<CopyResult.TypeChosen> types,
    ServerSize source,
    ServerSize target) {

  /** Copies the lists. */
  public CopyPreview {
    facts = List.copyOf(facts);
    types = List.copyOf(types);
  }

  /** How much there is to copy, without indexes. */
  public long bytes() {
    return facts.stream().mapToLong(TableFacts::bytes).sum();
  }
}
