package io.liftlock.postgres.transfer;

import io.liftlock.core.schema.ObjectId;
import java.util.HashMap;
import java.util.Map;

/** What one reader knows of the tables that it reads. */
final class SourceTables {

  /** How many tables stay locked; a server's table of locks has room for 6,400 by default. */
  private static final int LOCKED_AT_MOST = 100;

  private final ReadTransaction transaction;
  private final TableColumns columns;
  private final Map<ObjectId, SourceTable> open = new HashMap<>();
  private long recoveries;

  SourceTables(ReadTransaction transaction) {
    this.transaction = transaction;
    this.columns = new TableColumns(transaction);
  }

  /** The table, locked against being rewritten. */
  SourceTable table(ObjectId id) {
    if (open.size() >= LOCKED_AT_MOST && !open.containsKey(id)) {
      transaction.unlock();
    }
    if (recoveries != transaction.recoveries()) {
      // The locks are gone.
      open.clear();
      recoveries = transaction.recoveries();
    }
    SourceTable table = open.get(id);
    if (table == null) {
      table = SourceTable.open(transaction, id);
      open.put(id, table);
    }
    return table;
  }

  /** The table's columns by name, in their order. */
  Map<String, TypedColumn> columns(ObjectId id) {
    return columns.of(id);
  }

  /** What says which of the table's rows lie in a range. */
  RangeSql ranges(ObjectId id) {
    return new RangeSql(columns(id));
  }
}
