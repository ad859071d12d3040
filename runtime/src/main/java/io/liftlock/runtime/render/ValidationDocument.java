package io.liftlock.runtime.render;

import io.liftlock.core.change.Change;
import io.liftlock.core.error.Problem;
import io.liftlock.core.report.MigrationProof;
import io.liftlock.core.report.RowChange;
import io.liftlock.core.report.SeedGap;
import io.liftlock.core.report.Validated;
import io.liftlock.core.schema.ObjectId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of proving migrations, as a document. The names of its fields are public API. */
public final class ValidationDocument {

  private ValidationDocument() {}

  /** All databases. */
  public static Map<String, @Nullable Object> of(List<Validated> all) {
    return JsonDocument.map("databases", all.stream().map(ValidationDocument::database).toList());
  }

  private static Map<String, @Nullable Object> database(Validated validated) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", validated.database());
    data.put("migrations", validated.migrations().stream().map(ValidationDocument::proof).toList());
    data.put("unfilled", validated.gaps().stream().map(ValidationDocument::gap).toList());
    return data;
  }

  private static Map<String, @Nullable Object> proof(MigrationProof proof) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("id", proof.migration().id().toString());
    data.put("name", proof.migration().name());
    data.put("result", proof.result().word());
    data.put("differences", differences(proof));
    data.put("lost", proof.lost().stream().map(ValidationDocument::lost).toList());
    data.put("problem", proof.problem().map(Problem::message).orElse(null));
    return data;
  }

  /**
   * Each difference with the leg that led there, {@code down} or {@code up-again}; its change leads
   * from what should be there to what is.
   */
  private static List<Map<String, @Nullable Object>> differences(MigrationProof proof) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (MigrationProof.Difference difference : proof.differences()) {
      for (Change change : difference.diff().changes()) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("leg", Documents.word(difference.leg()));
        data.putAll(DiffDocument.change(change, null));
        data.remove("dataLoss");
        all.add(data);
      }
      for (ObjectId relation : difference.diff().reordered()) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("leg", Documents.word(difference.leg()));
        data.put("kind", "reorder-" + relation.kind().word());
        data.put("object", relation.qualified());
        all.add(data);
      }
    }
    return all;
  }

  private static Map<String, @Nullable Object> lost(RowChange change) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("table", change.table().qualified());
    data.put("before", change.before());
    data.put("after", change.after());
    data.put("columns", change.columns());
    return data;
  }

  private static Map<String, @Nullable Object> gap(SeedGap gap) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("table", gap.table().qualified());
    data.put("rows", gap.rows());
    data.put("because", gap.because());
    return data;
  }
}
