package io.liftlock.engine.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One row on its way to be an INSERT: an expression for each column that is written. */
final class RowDraft {

  private final String table;
  private final boolean overriding;
  private final Map<String, String> expressions = new LinkedHashMap<>();

  /**
   * @param table the table's name as SQL takes it
   * @param overriding whether values for identity columns are written
   */
  RowDraft(String table, boolean overriding) {
    this.table = table;
    this.overriding = overriding;
  }

  void put(String column, String expression) {
    expressions.put(column, expression);
  }

  Optional<String> expression(String column) {
    return Optional.ofNullable(expressions.get(column));
  }

  /** Whether a column's value is written out rather than looked up. */
  boolean isLiteral(String column) {
    String expression = expressions.get(column);
    return expression != null && !expression.startsWith("(") && !expression.equals("NULL");
  }

  String insert() {
    if (expressions.isEmpty()) {
      return "INSERT INTO " + table + " DEFAULT VALUES";
    }
    List<String> columns = new ArrayList<>(expressions.keySet());
    return "INSERT INTO "
        + table
        + " ("
        + Names.list(columns)
        + ")"
        + (overriding ? " OVERRIDING SYSTEM VALUE" : "")
        + " VALUES ("
        + String.join(", ", expressions.values())
        + ")";
  }

  /** Sets columns of this very row later; empty where the row cannot be told from others. */
  Optional<String> update(List<String> key, Map<String, String> values) {
    if (key.isEmpty() || !key.stream().allMatch(this::isLiteral)) {
      return Optional.empty();
    }
    String set =
        values.entrySet().stream()
            .map(value -> Names.quoted(value.getKey()) + " = " + value.getValue())
            .collect(Collectors.joining(", "));
    String where =
        key.stream()
            .map(column -> Names.quoted(column) + " = " + expressions.get(column))
            .collect(Collectors.joining(" AND "));
    return Optional.of("UPDATE " + table + " SET " + set + " WHERE " + where);
  }
}
