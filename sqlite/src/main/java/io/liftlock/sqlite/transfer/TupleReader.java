package io.liftlock.sqlite.transfer;

import io.liftlock.core.database.RowSink;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.Tally;
import io.liftlock.sqlite.link.Link;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.Codes;
import org.sqlite.core.DB;

/**
 * Makes tuples of the rows of one query, each value checked against the form that is asked for.
 * Rows that are too large to be held are passed by and remembered.
 */
final class TupleReader implements Link.Walk<Tally> {

  private final RowSelect select;
  private final FieldForm[] forms;
  private final int flag;
  private final RowSink sink;
  private final RowBuffer row = new RowBuffer();
  private final FieldReader fields;
  private final List<RowName> large = new ArrayList<>();

  TupleReader(RowSelect select, TextEncoding encoding, RowSink sink) {
    this.select = select;
    this.forms = select.columns().stream().map(ReadColumn::form).toArray(FieldForm[]::new);
    this.flag = select.flag();
    this.sink = sink;
    this.fields = new FieldReader(encoding, row);
  }

  /** The rows that were passed by. */
  List<RowName> large() {
    return large;
  }

  @Override
  public Tally walk(DB db, long statement) throws SQLException {
    long rows = 0;
    long bytes = 0;
    int step;
    do {
      if (flag >= 0 && db.column_int(statement, flag) != 0) {
        large.add(select.name(db, statement));
      } else if (read(db, statement)) {
        sink.write(row.bytes(), 0, row.length());
        sink.endRow();
        rows++;
        bytes += row.length();
      }
      step = db.step(statement);
    } while (step == Codes.SQLITE_ROW);
    if (step != Codes.SQLITE_DONE) {
      db.throwex(step);
    }
    return new Tally(rows, bytes);
  }

  /** Reads the row; tells the sink of the first value that does not fit. */
  private boolean read(DB db, long statement) throws SQLException {
    row.clear();
    row.putShort(forms.length);
    for (int i = 0; i < forms.length; i++) {
      @Nullable String misfit = fields.read(db, statement, i, forms[i]);
      if (misfit != null) {
        sink.misfit(select.misfit(select.name(db, statement), i, misfit));
        return false;
      }
    }
    return true;
  }
}
