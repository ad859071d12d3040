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
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the values of tuples. Text is bound as bytes and cast by SQLite, which stores them as
 * they are; the driver would decode and encode them. A column of {@link FieldForm#ANY} holds text
 * in one row and numbers in the next, so there is a statement for each combination that occurs.
 */
final class RowInsert implements TupleParser.Values, AutoCloseable {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

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
  private final LargeValues large;
  private final Map<BitSet, PreparedStatement> statements = new HashMap<>();
  private final BitSet always = new BitSet();
  private final @Nullable Object[] values;
  private final BitSet texts = new BitSet();
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
    this.large = new LargeValues(link, encoding);
    this.values = new Object[forms.length];
    for (int i = 0; i < forms.length; i++) {
      always.set(i, forms[i] == FieldForm.TEXT);
    }
    texts.or(always);
  }

  /** How many rows were inserted. */
  long rows() {
    return rows;
  }

  @Override
  public void isNull(int column) {
    values[column] = null;
    // NULL is NULL, cast or not: so no other statement is needed for it.
    texts.set(column, texts.get(column) || currentTexts.get(column));
  }

  @Override
  public void whole(int column, byte[] bytes, int offset, int length) {
    FieldForm form = forms[column];
    int from = offset;
    if (form == FieldForm.ANY) {
      form = tagged(bytes[offset]);
      from++;
    }
    values[column] = value(form, column, bytes, from, offset + length);
    pendingBytes += length;
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

  private @Nullable Object value(FieldForm form, int column, byte[] bytes, int from, int end) {
    return switch (form) {
      case INTEGER -> (long) LONG.get(bytes, from);
      case REAL -> real(Double.longBitsToDouble((long) LONG.get(bytes, from)), column);
      case TEXT -> {
        texts.set(column);
        yield encoding.stored(Arrays.copyOfRange(bytes, from, end));
      }
      case BYTES -> Arrays.copyOfRange(bytes, from, end);
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

  @Override
  public void slice(int column, byte[] bytes, int offset, int length) throws SQLException {
    int from = offset;
    if (!large.has(column)) {
      FieldForm form = forms[column];
      if (form == FieldForm.ANY) {
        form = tagged(bytes[offset]);
        from++;
      }
      large.begin(column, form == FieldForm.TEXT, table);
      values[column] = null;
    }
    large.add(column, bytes, from, offset + length - from);
  }

  @Override
  public void endRow() throws SQLException {
    if (large.isEmpty()) {
      addToBatch();
    } else {
      flush();
      insertWithLarge();
    }
    texts.clear();
    texts.or(always);
  }

  private void addToBatch() throws SQLException {
    PreparedStatement statement = statement();
    bind(statement);
    statement.addBatch();
    pendingRows++;
    if (pendingRows >= BATCH_ROWS || pendingBytes >= BATCH_BYTES) {
      flush();
    }
  }

  private void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private void insertWithLarge() throws SQLException {
    try (PreparedStatement statement = link.connection().prepareStatement(sql())) {
      bind(statement);
      statement.addBatch();
      statement.executeBatch();
    }
    rows++;
    large.clear();
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
      String mark = texts.get(i) ? "CAST(? AS TEXT)" : "?";
      // The parameter stays, so that every column has its own; it is NULL.
      marks
          .append(i == 0 ? "" : ", ")
          .append(large.has(i) ? "coalesce(?, " + large.sql(i) + ")" : mark);
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
    pendingBytes = 0;
    if (statement == null || pendingRows == 0) {
      return;
    }
    int count = pendingRows;
    pendingRows = 0;
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
