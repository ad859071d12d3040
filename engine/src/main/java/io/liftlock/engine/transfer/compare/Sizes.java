package io.liftlock.engine.transfer.compare;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.error.Problem;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.TableFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How large one side's tables are.
 *
 * @param known those that can be looked at
 * @param problems why others cannot
 */
record Sizes(Map<ObjectId, TableFacts> known, Map<ObjectId, Problem> problems) {

  /** Asks for all at once, and one by one where one of them spoils that. */
  static Sizes of(Crew crew, CopyPlan pairs) {
    List<ObjectId> tables = pairs.tables().stream().map(crew.side()::table).toList();
    Sizes sizes = new Sizes(new HashMap<>(), new HashMap<>());
    try {
      sizes.add(crew.ask(reader -> reader.facts(tables)));
    } catch (LiftlockException all) {
      for (ObjectId table : tables) {
        try {
          sizes.add(crew.ask(reader -> reader.facts(List.of(table))));
        } catch (LiftlockException one) {
          crew.requireAlive(one);
          sizes.problems.put(table, one.problems().get(0));
        }
      }
    }
    return sizes;
  }

  /** How much all of them hold. */
  long bytes() {
    return known.values().stream().mapToLong(TableFacts::bytes).sum();
  }

  /** How much a table holds; 0 where unknown. */
  long bytes(ObjectId table) {
    TableFacts facts = known.get(table);
    return facts == null ? 0 : facts.bytes();
  }

  /** Why a table cannot be looked at. */
  Problem problem(ObjectId table) {
    return problems.getOrDefault(
        table,
        Problem.error(ErrorCode.TABLE_NOT_COMPARED, "there is no table " + table.qualified()));
  }

  private void add(List<TableFacts> facts) {
    facts.forEach(fact -> known.put(fact.table(), fact));
  }
}
