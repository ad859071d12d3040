package io.liftlock.sqlite.transfer;

import io.liftlock.core.error.ErrorCode;
import io.liftlock.core.error.Problem;
import io.liftlock.core.error.StateError;
import io.liftlock.sqlite.link.Link;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Values of one row that are too large to be bound as a whole: their slices wait in a temporary
 * table, and SQLite itself puts them together. So this process's heap never holds one.
 */
final class LargeValues {

  private static final String TABLE = "temp.liftlock_slice";

  private final Link link;
  private final TextEncoding encoding;
  private final BitSet columns = new BitSet();
  private final BitSet texts = new BitSet();
  private boolean isMade;
  private int slices;

  LargeValues(Link link, TextEncoding encoding) {
    this.link = link;
    this.encoding = encoding;
  }

  boolean isEmpty() {
    return columns.isEmpty();
  }

  boolean has(int column) {
    return columns.get(column);
  }

  /**
   * A large value begins.
   *
   * @throws StateError with ROW_TOO_LARGE where the file stores text in UTF-16
   */
  void begin(int column, boolean text, TableShape table) throws SQLException {
    if (text && encoding != TextEncoding.UTF_8) {
      throw new StateError(
          Problem.error(
                  ErrorCode.ROW_TOO_LARGE,
                  "a text of more than "
                      + (TupleParser.LARGE >> 20)
                      + " MB cannot be written into table "
                      + table.name()
                      + ", since the database stores text in UTF-16")
              .action("copy into a database that stores text in UTF-8, as new ones do"));
    }
    if (!isMade) {
      link.execute(
          "CREATE TABLE IF NOT EXISTS "
              + TABLE
              + " (field INTEGER NOT NULL, number INTEGER NOT NULL, slice BLOB NOT NULL)");
      isMade = true;
    }
    columns.set(column);
    texts.set(column, text);
  }

  void add(int column, byte[] bytes, int offset, int length) throws SQLException {
    if (length > 0) {
      link.update(
          "INSERT INTO " + TABLE + " (field, number, slice) VALUES (?, ?, ?)",
          column,
          slices++,
          Arrays.copyOfRange(bytes, offset, offset + length));
    }
  }

  /**
   * The value, as SQL. Joining bytes gives text of just these bytes, and a cast gives them back.
   */
  String sql(int column) {
    return "(SELECT CAST(group_concat(slice, '' ORDER BY number) AS "
        + (texts.get(column) ? "TEXT" : "BLOB")
        + ") FROM "
        + TABLE
        + " WHERE field = "
        + column
        + ")";
  }

  /** The row is written. */
  void clear() throws SQLException {
    columns.clear();
    texts.clear();
    slices = 0;
    link.execute("DELETE FROM " + TABLE);
  }
}
