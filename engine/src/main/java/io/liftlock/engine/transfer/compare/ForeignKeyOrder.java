package io.liftlock.engine.transfer.compare;

import io.liftlock.core.schema.Constraint;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.Schema;
import io.liftlock.core.schema.Table;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.TablePair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts tables that others refer to before those; cycles are cut anywhere. */
public final class ForeignKeyOrder {

  private final Map<String, TablePair> byTarget = new HashMap<>();
  private final Map<ObjectId, Table> tables = new HashMap<>();
  private final Set<ObjectId> seen = new HashSet<>();
  private final List<TablePair> order = new ArrayList<>();

  private ForeignKeyOrder(CopyPlan pairs, Schema target) {
    target.tables().forEach(table -> tables.put(table.id(), table));
    pairs.tables().forEach(pair -> byTarget.put(pair.target().qualified(), pair));
  }

  /**
   * The same pairs in the order in which rows can be added to them.
   *
   * @param target the schema whose foreign keys count
   */
  public static CopyPlan of(CopyPlan pairs, Schema target) {
    ForeignKeyOrder order = new ForeignKeyOrder(pairs, target);
    pairs.tables().forEach(order::add);
    return new CopyPlan(order.order, pairs.omissions());
  }

  private void add(TablePair pair) {
    Table table = tables.get(pair.target());
    if (!seen.add(pair.target())) {
      return;
    }
    if (table != null) {
      for (Constraint key : table.foreignKeys()) {
        key.references().map(byTarget::get).ifPresent(this::add);
      }
    }
    order.add(pair);
  }
}
