package io.liftlock.sqlite.transfer;

import io.liftlock.core.error.Bug;
import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.core.transfer.FieldForm;
import io.liftlock.core.transfer.NotANumber;
import io.liftlock.core.transfer.ReadColumn;
import io.liftlock.core.transfer.RowLoad;
import io.liftlock.sqlite.link.Link;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Inserts tuples. Text is bound as bytes and cast by SQLite, which stores them as they are; the
 * driver would decode and encode them. A column of {@link FieldForm#ANY} holds text in one row and
 * numbers in the next, so there is a statement for each combination that occurs.
 */
final class RowInsert implements AutoCloseable {

  /** So many bytes of rows are handed to the driver together. */
  private static final int BATCH_BYTES = 1 << 18;

  private static final int BATCH_ROWS = 500;

  /** So many combinations are kept compiled. */
  private static final int MOST_STATEMENTS = 64;

  private final Link link;
  private final TableShape table;
  private final List<ReadColumn> columns;
  private final FieldForm[] forms;
  private final NotANumber nan;
  private final TextEncoding encoding;
  private final Map<BitSet, PreparedStatement> statements = new HashMap<>();
  private final BitSet texts = new BitSet();
  private final BitSet always = new BitSet();
  private final @Nullable Object[] values;
  private BitSet currentTexts = new BitSet();
  private @Nullable PreparedStatement current;
  private int pendingRows;
  private long pendingBytes;
  private long rows;

  RowInsert(Link link, TableShape table, RowLoad load) throws SQLException {
    this.link = link;
    this.table = table;
    this.columns = load.columns();
    this.forms = columns.stream().map(ReadColumn::form).toArray(FieldForm[]::new);
    this.nan = load.nan();
    this.encoding = TextEncoding.of(link);
    this.values = new Object[forms.length];
    for (int i = 0; i < forms.length; i++) {
      always.set(i, forms[i] == FieldForm.TEXT);
    }
  }

  /** How many rows were inserted. */
  long rows() {
    return rows;
  }

  /** Takes a row. */
  void add(RowBuffer row) throws SQLException {
    parse(row);
    PreparedStatement statement = statement();
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
    pendingRows++;
    pendingBytes += row.length();
    if (pendingRows >= BATCH_ROWS || pendingBytes >= BATCH_BYTES) {
      flush();
    }
  }

  private void parse(RowBuffer row) {
    if (row.length() < 2 || row.shortAt(0) != forms.length) {
      throw new Bug("a tuple has other fields than were asked for");
    }
    texts.clear();
    texts.or(always);
    int at = 2;
    for (int i = 0; i < forms.length; i++) {
      int length = row.intAt(at);
      at += 4;
      if (length < 0) {
        values[i] = null;
        // NULL is NULL, cast or not: so no other statement is needed for it.
        texts.set(i, texts.get(i) || currentTexts.get(i));
        continue;
      }
      FieldForm form = forms[i];
      int from = at;
      if (form == FieldForm.ANY) {
        form = tagged(row.bytes()[at]);
        from++;
      }
      values[i] = value(row, form, from, at + length - from, i);
      at += length;
    }
  }

  private static FieldForm tagged(byte tag) {
    return switch (tag) {
      case 'i' -> FieldForm.INTEGER;
      case 'r' -> FieldForm.REAL;
      case 't' -> FieldForm.TEXT;
      case 'b' -> FieldForm.BYTES;
      default -> throw new Bug("a value has an unknown tag: " + tag);
    };
  }

  private @Nullable Object value(RowBuffer row, FieldForm form, int from, int length, int column) {
    return switch (form) {
      case INTEGER -> row.longAt(from);
      case REAL -> real(Double.longBitsToDouble(row.longAt(from)), column);
      case TEXT -> {
        texts.set(column);
        yield encoding.stored(row.copy(from, length));
      }
      case BYTES -> row.copy(from, length);
      case ANY, NATIVE -> throw new Bug("a value cannot have the form " + form);
    };
  }

  /**
   * SQLite makes NULL of NaN without a word. The sign of a negative zero cannot be kept either in a
   * column of type REAL, INTEGER or NUMERIC: it is stored as zero there, which equals it.
   */
  private @Nullable Object real(double value, int column) {
    if (!Double.isNaN(value)) {
      return value;
    }
    return switch (nan) {
      case NULL -> null;
      // A text of the driver's own: as good as bytes that are cast.
      case TEXT -> "NaN";
      case REFUSE ->
          throw new StateError(
              Problem.error(
                      ErrorCode.VALUES_MISFIT,
                      "SQLite cannot store NaN, which stands in column "
                          + columns.get(column).name()
                          + " of the rows for table "
                          + table.name())
                  .action("say what to store instead: --nan text or --nan null"));
    };
  }

  private PreparedStatement statement() throws SQLException {
    PreparedStatement same = current;
    if (same != null && texts.equals(currentTexts)) {
      return same;
    }
    flush();
    PreparedStatement known = statements.get(texts);
    if (known == null) {
      if (statements.size() >= MOST_STATEMENTS) {
        close();
      }
      known = link.connection().prepareStatement(sql());
      statements.put((BitSet) texts.clone(), known);
    }
    current = known;
    currentTexts = (BitSet) texts.clone();
    return known;
  }

  private String sql() {
    if (forms.length == 0) {
      return "INSERT INTO " + table.sql() + " DEFAULT VALUES";
    }
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < forms.length; i++) {
      marks.append(i == 0 ? "" : ", ").append(texts.get(i) ? "CAST(? AS TEXT)" : "?");
    }
    return "INSERT INTO "
        + table.sql()
        + " ("
        + String.join(", ", table.sql(columns.stream().map(ReadColumn::name).toList()))
        + ") VALUES ("
        + marks
        + ")";
  }

  /** Hands to the database what was taken. */
  void flush() throws SQLException {
    PreparedStatement statement = current;
    if (statement == null || pendingRows == 0) {
      return;
    }
    int count = pendingRows;
    pendingRows = 0;
    pendingBytes = 0;
    statement.executeBatch();
    rows += count;
  }

  @Override
  public void close() {
    current = null;
    for (PreparedStatement statement : statements.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        // It goes with the connection.
      }
    }
    statements.clear();
  }
}
