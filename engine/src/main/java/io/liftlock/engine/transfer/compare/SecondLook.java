package io.liftlock.engine.transfer.compare;

import io.liftlock.core.error.LiftlockException;
import io.liftlock.core.report.RowDifference;
import io.liftlock.core.report.TableComparison;
import io.liftlock.core.report.TableComparison.State;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.TablePair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Looks once more, at new points, at tables that differed: a row that was on its way from one to
 * the other is there by now. AWS DMS does the same with a queue of rows and a delay.
 */
final class SecondLook {

  private final Look look;
  private final CopyPlan pairs;
  private final Executor searchers;

  /**
   * @param look at the new points
   */
  SecondLook(Look look, CopyPlan pairs, Executor searchers) {
    this.look = look;
    this.pairs = pairs;
    this.searchers = searchers;
  }

  /** The same tables; those that differed as they are now. */
  List<TableComparison> at(List<TableComparison> tables) {
    List<TableComparison> now = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      TableComparison table = tables.get(i);
      now.add(table.state() == State.DIFFERENT ? at(pairs.tables().get(i), table) : table);
    }
    return now;
  }

  private TableComparison at(TablePair pair, TableComparison before) {
    boolean known =
        !before.more()
            && before.differences().stream().noneMatch(one -> one.key().values().isEmpty());
    if (pair.key().isEmpty() || !known) {
      return new AllTables(look, searchers).silent(new CopyPlan(List.of(pair), List.of())).get(0);
    }
    Found found = new Found(look.options().listed());
    try {
      KeyedSearch search = new TableSearch(look, pair).byKey();
      List<Key> keys = before.differences().stream().map(RowDifference::key).distinct().toList();
      search.list(search.again(keys), found);
    } catch (LiftlockException e) {
      look.requireAlive(e);
      return new TableWork(look, pair).unknown(e.problems().get(0));
    }
    State state = look.isSample() ? State.SAMPLED : State.EQUAL;
    return with(before, found.isEmpty() ? state : State.DIFFERENT, found);
  }

  private static TableComparison with(TableComparison before, State state, Found found) {
    return new TableComparison(
        before.tableA(),
        before.tableB(),
        before.rowsA(),
        before.rowsB(),
        state,
        found.differences(),
        found.hasMore(),
        null,
        before.durationMs());
  }
}
