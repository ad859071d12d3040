package io.liftlock.engine.transfer;

import io.liftlock.core.database.ReadPoint;
import io.liftlock.core.database.TableReader;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.CopyPlan;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.TablePair;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's large objects, which travel and are compared as if they were a table. */
public final class LargeObjects {

  static final ObjectId TABLE = ObjectId.of(ObjectKind.TABLE, "pg_catalog", "pg_largeobject");

  /** They have the same numbers in the target, since columns refer to them by number. */
  static final TablePair PAIR =
      new TablePair(
          TABLE,
          TABLE,
          List.of(column("loid", "oid"), column("offset", "bigint"), column("data", "bytea")),
          List.of("loid"),
          RowFormat.BINARY);

  private LargeObjects() {}

  /** The same plan, and large objects with it where one of two PostgreSQL databases has any. */
  public static CopyPlan addedTo(CopyPlan plan, ReadPoint a, ReadPoint b) {
    if (!isThere(a) && !isThere(b)) {
      return plan;
    }
    List<TablePair> tables = new ArrayList<>(plan.tables());
    tables.add(PAIR);
    return new CopyPlan(tables, plan.omissions());
  }

  private static boolean isThere(ReadPoint point) {
    try (TableReader reader = point.reader()) {
      return reader.facts(List.of(TABLE)).get(0).rows() != 0;
    }
  }

  private static ColumnPair column(String name, String type) {
    return new ColumnPair(name, name, type, type, FieldForm.NATIVE);
  }
}
