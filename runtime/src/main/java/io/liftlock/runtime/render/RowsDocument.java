package io.liftlock.runtime.render;

import io.liftlock.core.change.Change;
import io.liftlock.runtime.transfer.RowsResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What comparing two databases gave, as a document. The names of its fields are public API. */
public final class RowsDocument {

  private RowsDocument() {}

  /** Schema and rows. */
  public static Map<String, @Nullable Object> of(
      RowsResult result, RowComparisonDocument.Values values) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("equal", result.isEqual());
    data.put("a", EndDocument.of(result.a()));
    data.put("b", EndDocument.of(result.b()));
    data.put("schema", result.schema().map(schema -> changes(result)).orElse(null));
    data.put("tables", List.of());
    data.put("notCompared", List.of());
    result.rows().ifPresent(rows -> data.putAll(RowComparisonDocument.of(rows, values)));
    // Equal rows alone do not make equal databases.
    data.put("equal", result.isEqual());
    data.put("omissions", result.left().stream().map(CopyDocument::omission).toList());
    return data;
  }

  private static List<Map<String, @Nullable Object>> changes(RowsResult result) {
    List<Map<String, @Nullable Object>> changes = new ArrayList<>();
    for (Change.Rename rename : result.renames()) {
      changes.add(DiffDocument.change(rename, null));
    }
    result
        .schema()
        .ifPresent(
            schema ->
                schema.changes().forEach(change -> changes.add(DiffDocument.change(change, null))));
    return changes;
  }
}
