package io.liftlock.runtime.render;

import io.liftlock.runtime.transfer.DatabaseEnd;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which database it is, as a document. */
final class EndDocument {

  private EndDocument() {}

  static Map<String, @Nullable Object> of(DatabaseEnd end) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("name", end.name());
    data.put("url", end.url());
    data.put("product", end.product());
    data.put("identity", end.identity());
    return data;
  }
}
