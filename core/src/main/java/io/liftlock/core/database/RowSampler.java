package io.liftlock.core.database;

import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.Key;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes some rows out of a database, all as of one instant, and puts them into another one of the
 * same kind. Rows travel as text that only such a database reads. Not safe for use by several
 * threads. Every method throws {@link io.liftlock.core.error.DatabaseError} where it cannot be
 * done.
 */
public interface RowSampler extends AutoCloseable {

  /**
   * Some rows of a table, whichever are cheapest to have.
   *
   * @param columns what of them, in this order
   * @param most how many at most
   * @param row takes each; the bytes are its own
   */
  void some(ObjectId table, List<String> columns, long most, Consumer<byte[]> row);

  /** The rows with these keys. */
  void withKeys(
      ObjectId table, List<String> columns, List<String> key, List<Key> keys, Consumer<byte[]> row);

  /** Begins to put rows into a table; nothing else can be done until it is closed. */
  Into into(ObjectId table, List<String> columns);

  /**
   * What rows of a table refer to and another table does not have.
   *
   * @param columns those that refer
   * @param referenced those that they refer to, in the same order
   * @param most how many keys at most
   */
  List<Key> missing(
      ObjectId table, List<String> columns, ObjectId parent, List<String> referenced, int most);

  /** Takes rows. Closing it without {@link #end()} leaves the table as it was. */
  interface Into extends AutoCloseable {

    /** One row, as it was read. */
    void row(byte[] bytes);

    /**
     * All rows are there.
     *
     * @return how many the table took
     */
    long end();

    @Override
    void close();
  }

  @Override
  void close();
}
