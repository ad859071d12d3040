package io.liftlock.runtime.render;

import io.liftlock.core.error.Problem;
import io.liftlock.core.report.RowComparison;
import io.liftlock.core.report.RowDifference;
import io.liftlock.core.report.TableComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What comparing rows gave, as a document. The names of its fields are public API. */
public final class RowComparisonDocument {

  /** Whether values of rows other than keys are shown. */
  public enum Values {
    HIDDEN,
    SHOWN
  }

  private RowComparisonDocument() {}

  /** All tables. */
  public static Map<String, @Nullable Object> of(RowComparison comparison, Values values) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("equal", comparison.isEqual());
    data.put("tables", comparison.tables().stream().map(table -> table(table, values)).toList());
    List<Map<String, @Nullable Object>> left = new ArrayList<>();
    comparison.notCompared().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> left.add(notCompared(entry.getKey().qualified(), entry.getValue())));
    data.put("notCompared", left);
    data.put("hash", Documents.word(comparison.hash()));
    data.put("seeds", comparison.seeds());
    data.put("readA", reading(comparison.readA()));
    data.put("readB", reading(comparison.readB()));
    return data;
  }

  private static Map<String, @Nullable Object> table(TableComparison table, Values values) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("table", table.tableA().qualified());
    data.put("tableB", table.tableB().qualified());
    data.put("rowsA", counted(table.rowsA()));
    data.put("rowsB", counted(table.rowsB()));
    data.put("state", table.state().word());
    data.put(
        "differences",
        table.differences().stream().map(difference -> difference(difference, values)).toList());
    data.put("more", table.more());
    Problem problem = table.problem();
    data.put("code", problem == null ? null : problem.code().name());
    data.put("because", problem == null ? null : problem.message());
    data.put("durationMs", table.durationMs());
    return data;
  }

  private static @Nullable Long counted(long rows) {
    return rows < 0 ? null : rows;
  }

  private static Map<String, @Nullable Object> difference(RowDifference difference, Values values) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("key", difference.key().values());
    data.put("column", difference.column());
    data.put("kind", difference.kind().word());
    data.put("copies", difference.copies());
    if (values == Values.SHOWN) {
      data.put("valueA", difference.valueA());
      data.put("valueB", difference.valueB());
    }
    return data;
  }

  private static Map<String, @Nullable Object> notCompared(String table, Problem problem) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("table", table);
    data.put("code", problem.code().name());
    data.put("because", problem.message());
    return data;
  }

  private static Map<String, @Nullable Object> reading(RowComparison.Reading reading) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("at", reading.at());
    data.put("point", reading.point());
    data.put("consistency", Documents.word(reading.consistency().degree()));
    data.put("because", reading.consistency().because());
    return data;
  }
}
