package io.liftlock.engine.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.schema.ObjectKind;
import io.liftlock.core.transfer.ColumnPair;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.RowFormat;
import io.liftlock.core.transfer.TablePair;
import java.util.List;

/** PostgreSQL's large objects, which travel as if they were a table. */
final class LargeObjects {

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

  private static ColumnPair column(String name, String type) {
    return new ColumnPair(name, name, type, type, FieldForm.NATIVE);
  }
}
