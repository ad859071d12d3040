package io.liftlock.runtime.render;

import io.liftlock.core.report.FixProof;
import io.liftlock.runtime.fix.FixedMigration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Safe forms as JSON. */
public final class FixDocument {

  private FixDocument() {}

  /** Every migration that was looked at. */
  public static Map<String, @Nullable Object> of(List<FixedMigration> all) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("migrations", all.stream().map(FixDocument::migration).toList());
    return data;
  }

  private static Map<String, @Nullable Object> migration(FixedMigration each) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("id", each.migration().id().toString());
    data.put("file", each.migration().file());
    data.put("changed", each.isChanged());
    data.put("text", each.isChanged() ? each.after() : null);
    data.put("parts", each.parts());
    data.put("fixed", each.fixed().stream().map(LintDocument::finding).toList());
    data.put("left", each.left().stream().map(LintDocument::finding).toList());
    data.put("refused", each.refused().orElse(null));
    data.put("proof", each.proof().map(FixDocument::proof).orElse(null));
    data.put("written", each.written());
    return data;
  }

  private static Map<String, @Nullable Object> proof(FixProof proof) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("equal", proof.isEqual());
    data.put("failure", proof.failure().map(problem -> problem.message()).orElse(null));
    data.put("schema", proof.schema().stream().map(change -> change.object().toString()).toList());
    data.put("rows", proof.rows());
    data.put("notCompared", proof.undetermined());
    data.put("tables", proof.tables());
    data.put("overBudget", proof.overBudget().stream().map(trace -> trace.statement()).toList());
    return data;
  }
}
