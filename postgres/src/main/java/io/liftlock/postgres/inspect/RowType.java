package io.liftlock.postgres.inspect;

import io.liftlock.core.schema.ObjectId;

/** The types that come with something else: those of rows, and arrays. */
final class RowType {

  private RowType() {}

  /**
   * Lets the type and its array type, the oids in two neighbouring fields, lead to the object. Both
   * may be NULL or 0 for none.
   */
  static void alias(Rows rows, int row, int column, Inventory inventory, ObjectId id) {
    for (int field = column; field < column + 2; field++) {
      if (rows.text(row, field) != null && rows.number(row, field) != 0) {
        inventory.alias("pg_type", rows.number(row, field), 0, id);
      }
    }
  }
}
