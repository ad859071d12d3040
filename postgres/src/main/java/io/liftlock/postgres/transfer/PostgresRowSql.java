package io.liftlock.postgres.transfer;

import io.liftlock.core.database.RowSql;
import io.liftlock.core.schema.ObjectId;
import io.liftlock.core.transfer.FieldValue;
import io.liftlock.postgres.sql.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes statements that change single rows of one table. Every value is a literal without a type,
 * which the server reads as the type of its column.
 */
final class PostgresRowSql implements RowSql {

  /** What the text of a value depends on; keys that can wait are looked at when all is done. */
  private static final List<String> PRELUDE =
      List.of(
          "SET LOCAL search_path = ''",
          "SET LOCAL timezone = 'UTC'",
          "SET LOCAL datestyle = 'ISO, MDY'",
          "SET LOCAL intervalstyle = 'postgres'",
          "SET LOCAL extra_float_digits = 1",
          "SET LOCAL bytea_output = 'hex'",
          "SET LOCAL lc_monetary = 'C'",
          "SET LOCAL xmloption = 'content'",
          "SET CONSTRAINTS ALL DEFERRED");

  private final String name;
  private final String own;

  /**
   * @param partitioned whether its rows lie in partitions; else the rows of tables that inherit
   *     from it are not its own
   */
  PostgresRowSql(ObjectId table, boolean partitioned) {
    this.name = Quoted.qualified(table.path().get(0), table.path().get(1));
    this.own = partitioned ? name : "ONLY " + name;
  }

  @Override
  public List<String> prelude() {
    return PRELUDE;
  }

  @Override
  public String insert(List<String> columns, List<FieldValue> values) {
    if (columns.isEmpty()) {
      return "INSERT INTO " + name + " DEFAULT VALUES";
    }
    // An identity column gets the value that its row has, whatever it would give.
    return "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES (%s)"
        .formatted(
            name,
            columns.stream().map(Quoted::identifier).collect(Collectors.joining(", ")),
            values.stream().map(PostgresRowSql::literal).collect(Collectors.joining(", ")));
  }

  @Override
  public String update(
      List<String> key, List<FieldValue> keyValues, List<String> columns, List<FieldValue> values) {
    List<String> set = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      set.add(Quoted.identifier(columns.get(i)) + " = " + literal(values.get(i)));
    }
    return "UPDATE %s SET %s WHERE %s"
        .formatted(own, String.join(", ", set), equal(key, keyValues));
  }

  private static String equal(List<String> columns, List<FieldValue> values) {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      conditions.add(Quoted.identifier(columns.get(i)) + " = " + literal(values.get(i)));
    }
    return String.join(" AND ", conditions);
  }

  @Override
  public String delete(List<String> key, List<FieldValue> values) {
    return "DELETE FROM " + own + " WHERE " + equal(key, values);
  }

  /** Compared as text, since not every type knows what is equal, and some call too much equal. */
  @Override
  public String deleteCopies(List<String> columns, List<FieldValue> values, long copies) {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = Quoted.identifier(columns.get(i));
      FieldValue value = values.get(i);
      // A row of NULLs is NULL itself, so that IS NULL would say too much.
      conditions.add(
          value.isNull()
              ? column + " IS NOT DISTINCT FROM NULL"
              // The text of NULL would be the empty one.
              : "pg_catalog.format('%%s', %1$s) = %2$s AND %1$s IS DISTINCT FROM NULL"
                  .formatted(column, literal(value)));
    }
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return """
    DELETE FROM %1$s WHERE (tableoid, ctid) IN (SELECT tableoid, ctid FROM %1$s%2$s LIMIT %3$d)\
    """
        .formatted(own, where, copies);
  }

  private static String literal(FieldValue value) {
    return value.isNull() ? "NULL" : Quoted.literal(value.text());
  }
}
