package io.liftlock.core.database;

import io.liftlock.core.transfer.FieldValue;
import java.util.List;

/**
 * Writes statements that change single rows of one table, as the database reads them, without a
 * semicolon.
 */
public interface RowSql {

  /** What is to run before, in the same transaction. */
  List<String> prelude();

  /** Adds a row. */
  String insert(List<String> columns, List<FieldValue> values);

  /**
   * Changes a row.
   *
   * @param key the columns of the key
   * @param keyValues none of them NULL
   * @param columns what is set, at least one
   */
  String update(
      List<String> key, List<FieldValue> keyValues, List<String> columns, List<FieldValue> values);

  /**
   * Deletes a row.
   *
   * @param key the columns of the key
   * @param values none of them NULL
   */
  String delete(List<String> key, List<FieldValue> values);

  /**
   * Deletes rows of a table without a key.
   *
   * @param columns all of them
   * @param values NULL where a value is NULL
   * @param copies how many of several equal ones
   */
  String deleteCopies(List<String> columns, List<FieldValue> values, long copies);
}
