package io.liftlock.sqlite.transfer;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.Key;
import io.liftlock.core.transfer.Misfit;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowQuery;
import io.liftlock.sqlite.sql.Quoted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.DB;

/**
 * The query for some rows: their columns, then what names a row, then whether it is too large to be
 * held.
 */
final class RowSelect {

  /** What the values of a row that is held may take together. */
  static final int LARGE = 4 << 20;

  private final ObjectId table;
  private final TableShape shape;
  private final List<ReadColumn> columns;
  private final List<String> identity;
  private final String flag;
  private final RangeSql range;

  RowSelect(TableShape shape, RowQuery query) {
    this.table = query.table();
    this.shape = shape;
    this.columns = query.columns();
    this.identity = shape.identity();
    this.range = RangeSql.of(shape, query.range());
    // A number is never large; and a row that nothing names cannot be asked for again.
    this.flag =
        identity.isEmpty()
            ? ""
            : columns.stream()
                .filter(c -> c.form() != FieldForm.INTEGER && c.form() != FieldForm.REAL)
                .map(c -> "coalesce(octet_length(" + Quoted.identifier(c.name()) + "), 0)")
                .collect(Collectors.joining(" + "));
  }

  ObjectId table() {
    return table;
  }

  TableShape shape() {
    return shape;
  }

  List<ReadColumn> columns() {
    return columns;
  }

  /** Where the flag stands, from 0; -1 where no row can be large. */
  int flag() {
    return flag.isEmpty() ? -1 : columns.size() + identity.size();
  }

  String sql() {
    List<String> parts =
        new ArrayList<>(shape.sql(columns.stream().map(ReadColumn::name).toList()));
    parts.addAll(shape.sql(identity));
    if (!flag.isEmpty()) {
      parts.add(flag + " > " + LARGE);
    }
    return "SELECT "
        + (parts.isEmpty() ? "NULL" : String.join(", ", parts))
        + " FROM "
        + shape.sql()
        + range.where();
  }

  List<Object> parameters() {
    return range.parameters();
  }

  /** Finds one row again, for parameters that are its name's values. */
  String whereNamed() {
    return shape.sql(identity).stream()
        .map(column -> column + " IS ?")
        .collect(Collectors.joining(" AND ", " WHERE ", ""));
  }

  /** What names the present row. */
  RowName name(DB db, long statement) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    List<String> key = new ArrayList<>();
    for (int i = 0; i < identity.size(); i++) {
      values.add(KeyText.value(db, statement, columns.size() + i));
      key.add(KeyText.read(db, statement, columns.size() + i));
    }
    return shape.rowid() == null
        ? new RowName(null, new Key(key), values)
        : new RowName(Long.valueOf(key.get(0)), new Key(List.of()), values);
  }

  /** What is told of a value that does not fit. */
  Misfit misfit(RowName row, int column, String because) {
    ReadColumn misfit = columns.get(column);
    return new Misfit(table, row.rowid(), row.key(), misfit.name(), misfit.form(), because);
  }
}
