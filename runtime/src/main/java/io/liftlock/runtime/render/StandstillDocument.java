package io.liftlock.runtime.render;

import io.liftlock.core.report.Standstill;
import io.liftlock.core.sql.RelationName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What keeps the application waiting, as a document. The names of its fields are public API. */
public final class StandstillDocument {

  private StandstillDocument() {}

  /**
   * Adds {@code blocked} to a plan's document: a null impact stands for a time that cannot be told.
   */
  public static Map<String, @Nullable Object> add(
      Map<String, @Nullable Object> plan, Map<String, List<Standstill>> standstills) {
    List<Map<String, @Nullable Object>> blocked = new ArrayList<>();
    standstills.forEach(
        (database, all) ->
            all.forEach(
                standstill -> {
                  Map<String, @Nullable Object> data = new LinkedHashMap<>();
                  data.put("database", database);
                  data.put("migration", standstill.migration());
                  data.put("file", standstill.place().file());
                  data.put("line", standstill.place().line());
                  data.put("locks", LintDocument.locks(standstill.locks()));
                  data.put("impact", standstill.impact().map(LintDocument::impact).orElse(null));
                  data.put(
                      "sizeUnknown",
                      standstill.unknown().stream().map(RelationName::toString).toList());
                  blocked.add(data);
                }));
    plan.put("blocked", blocked);
    return plan;
  }
}
